using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Desk;
using NewsSite.Newsletter;
using NewsSite.Staff;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Background;

/// <summary>Who does the work.</summary>
public sealed record HouseholdWork(AccountErasure Accounts, Forgetting Comments, Workflow Desk, PublicChanges Changes, Staffing Staff, Subscribing Newsletter);

/// <summary>What is to be done every minute about what has had its time, and the kept pages that showed it.</summary>
public sealed class Housekeeping(HouseholdWork work, KeptPages kept)
{
    /// <summary>The steps; each stands for itself, so that one that fails keeps no other from its work.</summary>
    internal static readonly IReadOnlyList<Func<Housekeeping, DateTime, CancellationToken, Task>> Steps =
    [
        (house, now, cancel) => house.EraseAccountsAsync(now, cancel),
        (house, now, cancel) => house.work.Accounts.DropUnconfirmedAsync(now, cancel),
        (house, now, cancel) => house.work.Comments.BlankWithdrawnAsync(now, cancel),
        (house, now, cancel) => house.work.Comments.DropUnconfirmedAsync(now, cancel),
        (house, now, cancel) => house.work.Comments.ForgetNetworksAsync(now, cancel),
        (house, now, cancel) => house.work.Desk.ExpireClaimsAsync(now, cancel),
        (house, now, cancel) => house.work.Desk.ThinAutosavesAsync(now, cancel),
        (house, now, cancel) => house.work.Changes.ForgetAsync(now, cancel),
        (house, now, cancel) => house.work.Staff.DropOldAsync(now, cancel),
        (house, now, cancel) => house.work.Newsletter.ForgetAsync(now, cancel),
    ];

    private readonly HouseholdWork work = work;

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
        await foreach (var erased in work.Accounts.EraseDueAsync(now, cancel))
        {
            kept.DropReader(erased.AccountId);
            foreach (var article in erased.Articles)
            {
                kept.DropArticle(article);
            }
        }
    }
}
