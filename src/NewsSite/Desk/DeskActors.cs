using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Desk;

/// <summary>Finds out who somebody is at the desk: by the records, for a cookie may say for a minute what is no longer so.</summary>
public sealed class DeskActors(NewsDbContext db)
{
    /// <summary>The person with that account; null when the account is gone or holds no role.</summary>
    public async Task<DeskActor?> FindAsync(int? accountId, CancellationToken cancel = default)
    {
        var found = await db.Accounts
            .Where(a => a.Id == accountId && a.ErasedAt == null && a.Roles.Any())
            .Select(a => new { a.Id, Roles = a.Roles.Select(r => r.Role).ToList(), Languages = a.Languages.Select(l => l.Language).ToList() })
            .SingleOrDefaultAsync(cancel);
        return found is null ? null : new DeskActor(found.Id, found.Roles.ToHashSet(), found.Languages.ToHashSet());
    }
}
