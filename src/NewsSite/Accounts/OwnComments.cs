using Microsoft.EntityFrameworkCore;
using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Accounts;

/// <summary>What belongs to a person: what their account wrote, and what was written as a guest under the address they have confirmed.</summary>
internal static class OwnComments
{
    /// <summary>So many keys are named in one statement.</summary>
    public const int AtOnce = 500;

    /// <summary>The account's address as guests' addresses are stored; null where it has none, or has not confirmed it.</summary>
    public static string? GuestAddressOf(Account account) => account.EmailConfirmed ? GuestAddress.Read(account.Email) : null;

    /// <summary>The comments, in the order of posting.</summary>
    public static async Task<List<int>> IdsAsync(NewsDbContext db, Account account, CancellationToken cancel)
    {
        var ids = await db.Comments.Where(c => c.AccountId == account.Id).Select(c => c.Id).ToListAsync(cancel);
        if (GuestAddressOf(account) is { } address)
        {
            ids.AddRange(await db.CommentOrigins.Where(o => o.GuestEmail == address && o.Comment.AccountId == null).Select(o => o.CommentId).ToListAsync(cancel));
        }

        ids.Sort();
        return ids;
    }
}
