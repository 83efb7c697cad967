using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;
using NewsSite.Email;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>What the account follows, what it muted, whom it ignores; each can be changed here.</summary>
[Authorize]
public sealed class FollowingModel(Following following, TimeProvider clock) : PersonalPage
{
    /// <summary>What is followed or muted, the latest first.</summary>
    public IReadOnlyList<FollowLine> Lines { get; private set; } = [];

    /// <summary>Whose comments are not shown.</summary>
    public IReadOnlyList<IgnoredPerson> Ignored { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = Words["FollowingTitle"];
        Lines = await following.ListAsync(AccountId!.Value, clock.GetUtcNow().UtcDateTime, cancel);
        Ignored = await following.ListIgnoredAsync(AccountId.Value, cancel);
    }

    /// <summary>Changes one line.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] int? follow, [FromForm] MailFrequency frequency, [FromForm] bool stop, [FromForm] int? heed, CancellationToken cancel)
    {
        var account = AccountId!.Value;
        if (heed is { } person)
        {
            await following.IgnoreAsync(account, person, ignore: false, cancel);
        }
        else if (follow is { } line)
        {
            await (stop || !ModelState.IsValid ? following.StopAsync(account, line, cancel) : following.ChangeAsync(account, line, frequency, cancel));
        }

        return new SeeOtherResult(Link("/account/following"));
    }
}
