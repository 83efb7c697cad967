using NewsSite.Moderation;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Desk;

/// <summary>Where the newsroom begins: what waits for the person asking.</summary>
public sealed class IndexModel(ModerationLists lists) : PersonalPage
{
    /// <summary>How many comments are held and flagged; null for those who do not decide about comments.</summary>
    public (int Held, int Flagged)? Waiting { get; private set; }

    /// <summary>True for those who write.</summary>
    public bool Writes => User.MayPublish() || User.IsInRole(nameof(NewsSite.Accounts.AccountRole.Translator));

    /// <summary>True for those who make up the front pages.</summary>
    public bool Publishes => User.MayPublish();

    /// <summary>True for those who may read what was done at the desk.</summary>
    public bool SeesLog => User.MayPublish();

    /// <summary>True for those who say who belongs to the newsroom, and what the publication says of itself.</summary>
    public bool RunsNewsroom => User.IsAdministrator();

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = Words["DeskTitle"];
        Waiting = User.MayModerate() ? await lists.CountAsync(cancel) : null;
    }
}
