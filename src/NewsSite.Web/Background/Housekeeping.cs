using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Staff;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Background;

/// <summary>What is to be done every minute about what has had its time, and the kept pages that showed it.</summary>
public sealed class Housekeeping(AccountErasure accounts, Forgetting comments, Staffing staffing, KeptPages kept)
{
    /// <summary>The steps; each stands for itself, so that one that fails keeps no other from its work.</summary>
    internal static readonly IReadOnlyList<Func<Housekeeping, DateTime, CancellationToken, Task>> Steps =
    [
        (house, now, cancel) => house.EraseAccountsAsync(now, cancel),
        (house, now, cancel) => house.accounts.DropUnconfirmedAsync(now, cancel),
        (house, now, cancel) => house.comments.BlankWithdrawnAsync(now, cancel),
        (house, now, cancel) => house.comments.DropUnconfirmedAsync(now, cancel),
        (house, now, cancel) => house.comments.ForgetNetworksAsync(now, cancel),
        (house, now, cancel) => house.staffing.DropOldAsync(now, cancel),
    ];

    private readonly AccountErasure accounts = accounts;
    private readonly Forgetting comments = comments;
    private readonly Staffing staffing = staffing;

    /// <summary>Takes every step once.</summary>
    public async Task TidyAsync(DateTime now, CancellationToken cancel = default)
    {
        foreach (var step in Steps)
        {
            await step(this, now, cancel);
        }
    }

    private async Task EraseAccountsAsync(DateTime now, CancellationToken cancel)
    {
        await foreach (var erased in accounts.EraseDueAsync(now, cancel))
        {
            kept.DropReader(erased.AccountId);
            foreach (var article in erased.Articles)
            {
                kept.DropArticle(article);
            }
        }
    }
}
