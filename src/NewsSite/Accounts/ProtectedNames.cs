using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Accounts;

/// <summary>The names nobody else may use that are no account's: what staff are called, and the contributors', under any of their names. One for the whole site.</summary>
/// <param name="siteName">What the publication is called now.</param>
public sealed class ProtectedNames(Func<string> siteName)
{
    /// <summary>Contributors come and go seldom, and a guest's every post asks: they are read once a minute.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private volatile ReservedNames? reserved;
    private volatile Snapshot? known;

    private sealed record Snapshot(FrozenDictionary<string, int[]> Contributors, DateTime ReadAt);

    /// <summary>True when the name speaks for the publication, or looks as if it did.</summary>
    internal bool AreStaff(string name)
    {
        var current = siteName();
        if (reserved?.SiteName != current)
        {
            reserved = new ReservedNames(current);
        }

        return reserved.Hold(name);
    }

    /// <summary>The contributors whose name this is, or looks like.</summary>
    internal async Task<int[]> ContributorsAsync(NewsDbContext db, NameForms name, DateTime now, CancellationToken cancel)
    {
        if (known is not { } current || now - current.ReadAt >= Kept || now < current.ReadAt)
        {
            known = current = new Snapshot(await ReadAsync(db, cancel), now);
        }

        return [.. Found(current, name.Level).Union(Found(current, name.AsWritten))];
    }

    private static int[] Found(Snapshot current, string form) => current.Contributors.GetValueOrDefault(form, []);

    private static async Task<FrozenDictionary<string, int[]>> ReadAsync(NewsDbContext db, CancellationToken cancel)
    {
        var all = await db.Contributors.Select(c => new { c.Id, c.Name, c.Names, c.ScriptName, c.Aliases }).ToListAsync(cancel);
        return all
            .SelectMany(c => c.Names.Texts.Values.Concat(c.Aliases).Append(c.Name).Append(c.ScriptName ?? c.Name).Distinct()
                .Select(NameForms.Of).SelectMany(f => new[] { f.Level, f.AsWritten }).Distinct().Select(form => (form, c.Id)))
            .GroupBy(pair => pair.form, pair => pair.Id)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }
}

/// <summary>The two look-alike skeletons of a name; two names clash when either of one is either of the other.</summary>
/// <param name="Level">The skeleton in one case.</param>
/// <param name="AsWritten">The skeleton as written, then in one case.</param>
internal readonly record struct NameForms(string Level, string AsWritten)
{
    public static NameForms Of(string name) => new(ConfusableSkeleton.Of(name), ConfusableSkeleton.AsWritten(name));
}
