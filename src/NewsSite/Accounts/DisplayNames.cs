using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Accounts;

/// <summary>Why a name is not to be had.</summary>
public enum NameRefusal
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It is too long, or holds what no name holds.</summary>
    Unfit,

    /// <summary>It is somebody else's, or looks like it.</summary>
    Taken,
}

/// <summary>Says which names people may go by: accounts, and guests for one comment.</summary>
public sealed class DisplayNames(NewsDbContext db, ProtectedNames names, TimeProvider clock)
{
    /// <summary>The name as it is printed: one line, one form for what looks the same (NFKC).</summary>
    public static string Read(string typed)
    {
        // Cleaned first: halves of surrogate pairs cannot be normalised. And after, for compatibility forms may hold spaces.
        var line = TypedText.Line(typed);
        return TypedText.Line(line.Normalize(NormalizationForm.FormKC));
    }

    /// <summary>Whether that account, or a guest, may go by the name.</summary>
    /// <param name="name">The name as <see cref="Read"/> gives it.</param>
    /// <param name="accountId">The account; null for a guest.</param>
    /// <param name="cancel">Ends the asking.</param>
    /// <returns>Why not; null when they may.</returns>
    public async Task<NameRefusal?> CheckAsync(string name, int? accountId, CancellationToken cancel = default) =>
        name.Length == 0 ? NameRefusal.Missing
        : name.Length > Account.MaxNameLength || !NameCharacters.Fit(name) ? NameRefusal.Unfit
        : await IsTakenAsync(name, accountId, cancel) ? NameRefusal.Taken
        : null;

    private async Task<bool> IsTakenAsync(string name, int? accountId, CancellationToken cancel)
    {
        if (names.AreStaff(name) && !await db.Accounts.AnyAsync(a => a.Id == accountId && a.Roles.Any(r => r.Role != AccountRole.Translator), cancel))
        {
            return true;
        }

        var forms = NameForms.Of(name);
        if (await names.ContributorsAsync(db, forms, clock.GetUtcNow().UtcDateTime, cancel) is { Length: > 0 } contributors
            && !await db.Accounts.AnyAsync(a => a.Id == accountId && a.ContributorId != null && contributors.Contains(a.ContributorId.Value), cancel))
        {
            return true;
        }

        var (level, written) = forms;
        return await db.Accounts.AnyAsync(
            a => a.Id != accountId && (a.NameSkeleton == level || a.NameSkeleton == written || a.NameAsWritten == level || a.NameAsWritten == written), cancel);
    }
}
