using NewsSite.Staff;
using NewsSite.Web.Resources;
using NewsSite.Web.Staff;

namespace NewsSite.Web.Pages.Desk.People;

/// <summary>Who belongs to the newsroom, and who was asked to.</summary>
public sealed class IndexModel(StaffList staff, TimeProvider clock) : StaffPage
{
    /// <summary>The people.</summary>
    public IReadOnlyList<StaffMember> Members { get; private set; } = [];

    /// <summary>The invitations that wait.</summary>
    public IReadOnlyList<WaitingInvitation> Invitations { get; private set; } = [];

    /// <summary>Now; UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = Words["PeopleTitle"];
        TakeRefusal();
        (Members, Invitations) = (await staff.MembersAsync(cancel), await staff.InvitationsAsync(cancel));
    }

    /// <summary>What somebody is, in words.</summary>
    public string Roles(StaffGrant grant) => InvitationMails.Roles(Words, grant);

    /// <summary>A day of this page's language.</summary>
    public string Day(DateTime instant) => Words.ShortDate(DayOf(instant));
}
