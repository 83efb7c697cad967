using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Text;

namespace NewsSite.Tokens;

/// <summary>Why no token was made.</summary>
public enum TokenRefusal
{
    /// <summary>It has no name.</summary>
    NameMissing,

    /// <summary>Its name is too long.</summary>
    NameTooLong,

    /// <summary>It would open nothing.</summary>
    NothingOpened,

    /// <summary>It would open more than its person may do.</summary>
    NotAllowed,

    /// <summary>The number of days is none, or too large.</summary>
    DaysUnfit,

    /// <summary>There are too many already.</summary>
    TooMany,
}

/// <summary>Whom a secret stands for.</summary>
/// <param name="TokenId">The token.</param>
/// <param name="Actor">The person, and what they may do now.</param>
/// <param name="Scopes">What the token opens.</param>
public sealed record TokenBearer(int TokenId, DeskActor Actor, TokenScope Scopes);

/// <summary>Makes personal tokens, knows them again, takes them back.</summary>
public sealed class PersonalTokens(NewsDbContext db, DeskActors actors, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes a token for somebody of the newsroom.</summary>
    /// <returns>The secret, to be shown this once; or why there is none.</returns>
    public async Task<(string? Secret, TokenRefusal? Why)> MakeAsync(DeskActor actor, string? name, TokenScope scopes, int days, CancellationToken cancel = default)
    {
        var called = TypedText.Line(name ?? "");
        TokenRefusal? why = called.Length == 0 ? TokenRefusal.NameMissing
            : called.Length > PersonalToken.MaxNameLength ? TokenRefusal.NameTooLong
            : scopes == TokenScope.None ? TokenRefusal.NothingOpened
            : scopes.HasFlag(TokenScope.Publish) && !actor.MayPublish ? TokenRefusal.NotAllowed
            : days is < 1 or > PersonalToken.MaxDays ? TokenRefusal.DaysUnfit
            : null;
        var now = Now;
        if (why is null && await db.PersonalTokens.CountAsync(t => t.AccountId == actor.AccountId && t.RevokedAt == null && t.ExpiresAt > now, cancel) >= PersonalToken.MostOpen)
        {
            why = TokenRefusal.TooMany;
        }

        if (why is not null)
        {
            return (null, why);
        }

        var (kept, secret) = PersonalToken.Make(actor.AccountId, called, scopes, now, days);
        db.PersonalTokens.Add(kept);
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Created, DeskThing.Token, actor.AccountId, called, $"{scopes}"));
        await db.SaveChangesAsync(cancel);
        return (secret, null);
    }

    /// <summary>Somebody's tokens, newest first; those that ended long ago among them, for their names stand in the log.</summary>
    public async Task<IReadOnlyList<PersonalToken>> OfAsync(int accountId, CancellationToken cancel = default) =>
        await db.PersonalTokens.AsNoTracking().Where(t => t.AccountId == accountId).OrderByDescending(t => t.Id).Take(100).ToListAsync(cancel);

    /// <summary>Takes one of somebody's tokens back. It opens nothing from the next question on.</summary>
    /// <returns>False where they have no such token that is good.</returns>
    public async Task<bool> RevokeAsync(DeskActor actor, int id, CancellationToken cancel = default)
    {
        var now = Now;
        if (await db.PersonalTokens.SingleOrDefaultAsync(t => t.Id == id && t.AccountId == actor.AccountId, cancel) is not { } token || !token.IsOpen(now))
        {
            return false;
        }

        token.Revoke(now);
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Revoked, DeskThing.Token, actor.AccountId, token.Name));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Whom a secret stands for, by the records as they are now: whoever left the newsroom opens nothing any more. Notes that it was used.</summary>
    public async Task<TokenBearer?> FindAsync(string secret, CancellationToken cancel = default)
    {
        if (!secret.StartsWith(PersonalToken.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var (hash, now) = (PersonalToken.HashOf(secret), Now);
        if (await db.PersonalTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, cancel) is not { } token || !token.IsOpen(now) || await actors.FindAsync(token.AccountId, cancel) is not { } actor)
        {
            return null;
        }

        if (token.UsedAt is null || token.UsedAt < now - PersonalToken.UsePrecision)
        {
            await db.PersonalTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), cancel);
        }

        return new TokenBearer(token.Id, actor, token.Scopes);
    }
}
