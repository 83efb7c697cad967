using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Email;

namespace NewsSite.Staff;

/// <summary>What came of a change to the newsroom.</summary>
/// <param name="Refusal">Why nothing was changed; null when it was.</param>
/// <param name="Taken">True when somebody lost a role, so that their sessions had to end.</param>
public sealed record StaffOutcome(StaffRefusal? Refusal, bool Taken = false)
{
    /// <summary>It was done.</summary>
    public static readonly StaffOutcome Done = new(null);

    /// <summary>It was refused.</summary>
    public static implicit operator StaffOutcome(StaffRefusal refusal) => new(refusal);
}

/// <summary>Whom to ask into the newsroom.</summary>
/// <param name="Email">The address as typed.</param>
/// <param name="Name">What they are called; may be missing.</param>
/// <param name="Language">The language of the mail.</param>
/// <param name="Grant">What they are to become.</param>
public sealed record Invitee(string? Email, string? Name, string Language, StaffGrant Grant);

/// <summary>Writes the mail of an invitation.</summary>
/// <param name="invitation">The invitation.</param>
/// <param name="token">The link's secret.</param>
/// <param name="inviter">Who asks.</param>
public delegate OutboxMail InvitationLetter(Invitation invitation, string token, string inviter);

/// <summary>Says who belongs to the newsroom and as what. Every change is an administrator's, asked of the records, and leaves a line in the desk's log.</summary>
public sealed class Staffing(NewsDbContext db, DeskActors actors, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Asks somebody into the newsroom by mail.</summary>
    public async Task<StaffOutcome> InviteAsync(int actorId, Invitee who, InvitationLetter letter, CancellationToken cancel = default)
    {
        var name = DisplayNames.Read(who.Name ?? "");
        if (await actors.FindAsync(actorId, cancel) is not { IsAdministrator: true })
        {
            return StaffRefusal.NotAdministrator;
        }

        if (GuestAddress.Read(who.Email) is not { } email)
        {
            return StaffRefusal.EmailUnfit;
        }

        if (name.Length > Account.MaxNameLength)
        {
            return StaffRefusal.NameUnfit;
        }

        if (who.Grant.WhyNot() is { } unfit)
        {
            return unfit;
        }

        var normalized = email.ToUpperInvariant();
        if (await db.Accounts.OfTheNewsroom.AnyAsync(a => a.NormalizedEmail == normalized, cancel))
        {
            return StaffRefusal.AlreadyStaff;
        }

        if (await db.Invitations.Open.AnyAsync(i => i.Email == email, cancel))
        {
            return StaffRefusal.AlreadyInvited;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (token, hash) = GuestAddress.NewToken();
        var invitation = db.Invitations.Add(new Invitation(email, name.Length == 0 ? null : name, who.Language, who.Grant, actorId, hash, Now)).Entity;
        await db.SaveChangesAsync(cancel);
        db.Outbox.Add(letter(invitation, token, await NameAsync(actorId, cancel)));
        Log(actorId, DeskAction.Invited, invitation, who.Grant.ToString());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return StaffOutcome.Done;
    }

    /// <summary>Mails an invitation once more; the link mailed before ends.</summary>
    public async Task<StaffOutcome> MailAgainAsync(int actorId, int invitationId, InvitationLetter letter, CancellationToken cancel = default)
    {
        if (await actors.FindAsync(actorId, cancel) is not { IsAdministrator: true })
        {
            return StaffRefusal.NotAdministrator;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await LockAsync(invitationId, cancel) is not { } invitation)
        {
            return StaffRefusal.Gone;
        }

        var (token, hash) = GuestAddress.NewToken();
        invitation.MailAgain(hash, Now);
        db.Outbox.Add(letter(invitation, token, await NameAsync(actorId, cancel)));
        Log(actorId, DeskAction.Invited, invitation, invitation.Grant.ToString());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return StaffOutcome.Done;
    }

    /// <summary>Takes an invitation back: its link ends.</summary>
    public async Task<StaffOutcome> RevokeAsync(int actorId, int invitationId, CancellationToken cancel = default)
    {
        if (await actors.FindAsync(actorId, cancel) is not { IsAdministrator: true })
        {
            return StaffRefusal.NotAdministrator;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await LockAsync(invitationId, cancel) is not { } invitation)
        {
            return StaffRefusal.Gone;
        }

        invitation.Revoke(Now);
        Log(actorId, DeskAction.Revoked, invitation, null);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return StaffOutcome.Done;
    }

    /// <summary>Changes what somebody of the newsroom is.</summary>
    public async Task<StaffOutcome> ChangeAsync(int actorId, int accountId, StaffGrant grant, CancellationToken cancel = default) =>
        grant.WhyNot() is { } unfit ? unfit : await GiveAsync(actorId, accountId, grant, cancel);

    /// <summary>Takes every role of somebody, and ends the invitations they sent and those their address has: they do not come back by a link mailed before.</summary>
    public Task<StaffOutcome> RemoveAsync(int actorId, int accountId, CancellationToken cancel = default) => GiveAsync(actorId, accountId, new StaffGrant([], []), cancel);

    /// <summary>Uses an invitation up and makes the account what it says, beside what it is already. The caller owns the transaction. Of two clicks at a time one wins.</summary>
    /// <returns>False when the link was used, taken back, replaced by a later mail, or is too old.</returns>
    public async Task<bool> TakeUpAsync(Invitation invitation, string token, Account account, CancellationToken cancel = default)
    {
        var (now, hash) = (Now, GuestAddress.HashOf(token));
        if (await db.Invitations.Good(now).Where(i => i.Id == invitation.Id && i.TokenHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.AcceptedAt, now), cancel) != 1)
        {
            return false;
        }

        await db.Entry(account).Collection(a => a.Roles).LoadAsync(cancel);
        await db.Entry(account).Collection(a => a.Languages).LoadAsync(cancel);
        var (given, held) = (invitation.Grant, StaffGrant.Of(account));
        new StaffGrant([.. held.Roles.Union(given.Roles).Order()], [.. held.Languages.Union(given.Languages)]).GiveTo(account, now);
        db.DeskLog.Add(new DeskEntry(now, account.Id, DeskAction.Joined, DeskThing.Account, account.Id, account.DisplayName, given.ToString()));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>The invitation of a link; null when it was used, taken back, replaced by a later mail, or is too old.</summary>
    public Task<Invitation?> FindAsync(string? token, CancellationToken cancel = default)
    {
        var hash = GuestAddress.HashOf(token ?? "");
        return db.Invitations.AsNoTracking().Good(Now).SingleOrDefaultAsync(i => i.TokenHash == hash, cancel);
    }

    /// <summary>Deletes invitations that have been of no use for <see cref="Invitation.KeptFor"/>: each names somebody's address.</summary>
    public Task<int> DropOldAsync(DateTime now, CancellationToken cancel = default)
    {
        var until = now - Invitation.KeptFor;
        return db.Invitations.Where(i => i.MailedAt <= until).ExecuteDeleteAsync(cancel);
    }

    private async Task<StaffOutcome> GiveAsync(int actorId, int accountId, StaffGrant grant, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The administrators' grants are locked: two who demote each other come one after the other, and the second is refused.
        await db.Set<RoleGrant>().Where(r => r.Role == AccountRole.Administrator).ExecuteUpdateAsync(set => set.SetProperty(r => r.GrantedAt, r => r.GrantedAt), cancel);
        if (await actors.FindAsync(actorId, cancel) is not { IsAdministrator: true })
        {
            return StaffRefusal.NotAdministrator;
        }

        if (await db.Accounts.OfTheNewsroom.Include(a => a.Roles).Include(a => a.Languages).AsSplitQuery().SingleOrDefaultAsync(a => a.Id == accountId, cancel) is not { } account)
        {
            return StaffRefusal.Gone;
        }

        if (!grant.Roles.Contains(AccountRole.Administrator) && !await db.Accounts.Administrators.AnyAsync(a => a.Id != accountId, cancel)
            && account.Roles.Any(r => r.Role == AccountRole.Administrator))
        {
            return StaffRefusal.LastAdministrator;
        }

        var before = StaffGrant.Of(account).ToString();
        if (before == grant.ToString())
        {
            return StaffOutcome.Done;
        }

        var taken = grant.GiveTo(account, Now);
        if (taken)
        {
            // Every session is asked for this within a minute.
            account.SecurityStamp = Guid.NewGuid().ToString("N");
        }

        if (grant.Roles.Count == 0)
        {
            foreach (var invitation in await db.Invitations.Open.Where(i => i.InvitedById == accountId || i.Email == account.Email).ToListAsync(cancel))
            {
                invitation.Revoke(Now);
                Log(actorId, DeskAction.Revoked, invitation, null);
            }
        }

        db.DeskLog.Add(new DeskEntry(Now, actorId, DeskAction.Changed, DeskThing.Account, accountId, account.DisplayName, $"{before} → {grant}"));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new StaffOutcome(null, taken);
    }

    /// <summary>The row's lock first: whoever accepts it in this moment comes before or after.</summary>
    private async Task<Invitation?> LockAsync(int id, CancellationToken cancel)
    {
        await db.Invitations.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.MailedAt, i => i.MailedAt), cancel);
        return await db.Invitations.Open.SingleOrDefaultAsync(i => i.Id == id, cancel);
    }

    private Task<string> NameAsync(int accountId, CancellationToken cancel) => db.Accounts.Where(a => a.Id == accountId).Select(a => a.DisplayName).SingleAsync(cancel);

    private void Log(int actorId, DeskAction action, Invitation invitation, string? note) =>
        db.DeskLog.Add(new DeskEntry(Now, actorId, action, DeskThing.Invitation, invitation.Id, invitation.Called, note));
}
