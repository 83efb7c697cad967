using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Site;

/// <summary>A setting as somebody wants it.</summary>
/// <param name="Key">Which; see <see cref="SettingKeys"/>.</param>
/// <param name="Value">The stored form; null for what the server is configured with.</param>
public sealed record WantedSetting(string Key, string? Value);

/// <summary>Changes what the publication says of itself. Every change is an administrator's, asked of the records, and is kept with who, when, before and after.</summary>
public sealed class SiteChanges(NewsDbContext db, DeskActors actors, SettingHistory history)
{
    /// <summary>Changes settings together: all of them or none.</summary>
    /// <param name="actorId">Who.</param>
    /// <param name="wanted">What.</param>
    /// <param name="seen">The revision they had before their eyes; what was changed since is not overwritten.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<SettingRefusal?> ChangeAsync(int actorId, IReadOnlyCollection<WantedSetting> wanted, int seen, CancellationToken cancel = default)
    {
        if (wanted.Select(w => w.Value is null ? null : SettingRules.WhyNot(w.Key, w.Value)).FirstOrDefault(r => r is not null) is { } unfit)
        {
            return unfit;
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await actors.FindAsync(actorId, cancel) is not { IsAdministrator: true })
            {
                return SettingRefusal.NotAdministrator;
            }

            foreach (var (key, value) in wanted)
            {
                if (!await history.AppendAsync(actorId, key, value, seen, cancel: cancel))
                {
                    return SettingRefusal.ChangedMeanwhile;
                }
            }

            await db.SaveChangesAsync(cancel);
            if (!SettingRules.OffersGenre(await GenresAsync(cancel)))
            {
                return SettingRefusal.NoGenreOffered;
            }

            await transaction.CommitAsync(cancel);
            return null;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Two at once: the numbers of the changes are unique, and the other one's is in.
            return SettingRefusal.ChangedMeanwhile;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Dictionary<Genre, string>> GenresAsync(CancellationToken cancel) =>
        (await history.CurrentAsync(cancel)).Where(s => SettingKeys.GenreOf(s.Key) is not null).ToDictionary(s => SettingKeys.GenreOf(s.Key)!.Value, s => s.Value);
}
