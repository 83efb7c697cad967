using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Web.Accounts;

/// <summary>What a mailed link says of an account that is to move to another address.</summary>
/// <param name="Account">The account.</param>
/// <param name="NewAddress">Where it moves.</param>
/// <param name="IsNew">True for the link mailed to the new address.</param>
public sealed record AddressMove(Account Account, string NewAddress, bool IsNew);

/// <summary>
/// Moves an account to another address once both have confirmed: the old one so that nobody takes an account away from an open browser, the new one so that
/// mail reaches it. A move is kept with the account's tokens; a new one replaces it.
/// </summary>
public sealed class MovingAddress(NewsDbContext db, UserManager<Account> users, AccountTools tools)
{
    private const string Provider = "NewsSite";
    private const string Name = "address-move";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private sealed record Move(string NewAddress, string? OldHash, string? NewHash, DateTime AskedAt);

    /// <summary>Mails both addresses. To one that has an account says so; to the person at the form both look the same.</summary>
    public async Task<AccountRefusal?> AskAsync(Account account, string? typed, CancellationToken cancel)
    {
        if (GuestAddress.Read(typed) is not { } address || address == account.Email)
        {
            return AccountRefusal.EmailUnfit;
        }

        if (!tools.Pace.AllowsMailTo(address))
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (oldToken, oldHash) = GuestAddress.NewToken();
        var (newToken, newHash) = GuestAddress.NewToken();
        var there = await users.FindByEmailAsync(address);
        await StoreAsync(account, new Move(address, oldHash, newHash, tools.Clock.GetUtcNow().UtcDateTime));
        db.Outbox.Add(tools.Mails.MoveFrom(account, address, oldToken));
        db.Outbox.Add(there is { EmailConfirmed: true } ? tools.Mails.AlreadyThere(there) : tools.Mails.MoveTo(account, address, newToken));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>The move a link is for; null when the link was used, is too old, or was never mailed.</summary>
    public async Task<AddressMove?> FindAsync(int accountId, string token, CancellationToken cancel)
    {
        var hash = GuestAddress.HashOf(token);
        return await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && a.ErasedAt == null, cancel) is { } account
            && await ReadAsync(account) is { } move && (move.OldHash == hash || move.NewHash == hash)
                ? new AddressMove(account, move.NewAddress, move.NewHash == hash)
                : null;
    }

    /// <summary>Confirms one side; after the second the account moves, links mailed to the old address end, and so do the sessions.</summary>
    /// <returns>True when it has moved, false when the other side is awaited; null when the link has had its time.</returns>
    public async Task<bool?> ConfirmAsync(AddressMove confirmed, CancellationToken cancel)
    {
        var account = confirmed.Account;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await ReadAsync(account) is not { } move)
            {
                return null;
            }

            move = confirmed.IsNew ? move with { NewHash = null } : move with { OldHash = null };
            var isDone = move is { OldHash: null, NewHash: null };
            await (isDone ? MoveAsync(account, move.NewAddress, cancel) : StoreAsync(account, move));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            if (isDone)
            {
                await tools.Kept.DropArticlesOfAsync(db, account.Id, cancel);
            }

            return isDone;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // The address got an account meanwhile.
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private async Task MoveAsync(Account account, string address, CancellationToken cancel)
    {
        var old = account.Email!;
        var normalized = users.NormalizeEmail(address);
        // An account begun there and never confirmed is nobody's yet.
        await db.Accounts.Where(a => a.NormalizedEmail == normalized && !a.EmailConfirmed).ExecuteDeleteAsync(cancel);
        await users.RemoveAuthenticationTokenAsync(account, Provider, Name);
        (account.Email, account.NormalizedEmail, account.UserName, account.NormalizedUserName) = (address, normalized, address, users.NormalizeName(address));
        (await users.UpdateSecurityStampAsync(account)).MustHold();
        await new GuestConfirming(db).ClaimAsync(account.Id, address, cancel);
        db.Outbox.Add(tools.Mails.Moved(account, old));
    }

    private async Task<Move?> ReadAsync(Account account) =>
        await users.GetAuthenticationTokenAsync(account, Provider, Name) is { } kept
        && JsonSerializer.Deserialize<Move>(kept) is { } move && tools.Clock.GetUtcNow().UtcDateTime < move.AskedAt + Lifetime
            ? move
            : null;

    private Task<IdentityResult> StoreAsync(Account account, Move move) => users.SetAuthenticationTokenAsync(account, Provider, Name, JsonSerializer.Serialize(move));
}
