using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Data;

namespace NewsSite.Staff;

/// <summary>Somebody of the newsroom, as administrators see them.</summary>
/// <param name="Id">Their account.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address; null for accounts that cannot sign in.</param>
/// <param name="Grant">What they are.</param>
/// <param name="LastSignedInAt">When they last signed in; UTC. Null when it is not known.</param>
public sealed record StaffMember(int Id, string Name, string? Email, StaffGrant Grant, DateTime? LastSignedInAt);

/// <summary>An invitation that waits.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="InvitedBy">Who asked; null once their account is gone.</param>
public sealed record WaitingInvitation(Invitation Invitation, string? InvitedBy);

/// <summary>Lists the newsroom.</summary>
public sealed class StaffList(NewsDbContext db)
{
    /// <summary>Everybody who holds a role, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> MembersAsync(CancellationToken cancel = default) => await ReadAsync(db.Accounts.OfTheNewsroom, cancel);

    /// <summary>One of them; null when they hold no role.</summary>
    public async Task<StaffMember?> FindAsync(int accountId, CancellationToken cancel = default) => (await ReadAsync(db.Accounts.OfTheNewsroom.Where(a => a.Id == accountId), cancel)).SingleOrDefault();

    /// <summary>The invitations that wait, newest first, also those whose link has had its time.</summary>
    public async Task<IReadOnlyList<WaitingInvitation>> InvitationsAsync(CancellationToken cancel = default) => await db.Invitations.AsNoTracking().Open.OrderByDescending(i => i.Id)
        .Select(i => new WaitingInvitation(i, db.Accounts.Where(a => a.Id == i.InvitedById).Select(a => a.DisplayName).FirstOrDefault()))
        .ToListAsync(cancel);

    private static async Task<List<StaffMember>> ReadAsync(IQueryable<Account> accounts, CancellationToken cancel)
    {
        var found = await accounts.AsNoTracking().Include(a => a.Roles).Include(a => a.Languages).AsSplitQuery().OrderBy(a => a.DisplayName).ThenBy(a => a.Id).ToListAsync(cancel);
        return [.. found.Select(a => new StaffMember(a.Id, a.DisplayName, a.Email, StaffGrant.Of(a), a.LastSignedInAt))];
    }
}
