using NewsSite.Moderation;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Desk;

/// <summary>Where the newsroom begins: what waits for the person asking.</summary>
public sealed class IndexModel(ModerationLists lists) : PersonalPage
{
    /// <summary>How many comments are held and flagged; null for those who do not decide about comments.</summary>
    public (int Held, int Flagged)? Waiting { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = Words["DeskTitle"];
        Waiting = User.MayModerate() ? await lists.CountAsync(cancel) : null;
    }
}
