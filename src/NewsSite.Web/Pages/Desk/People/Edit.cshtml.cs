using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts;
using NewsSite.Staff;

namespace NewsSite.Web.Pages.Desk.People;

/// <summary>Changes what somebody of the newsroom is.</summary>
public sealed class EditModel(StaffList staff, Staffing staffing, SignInManager<Account> signIn) : StaffPage
{
    /// <summary>The person.</summary>
    public StaffMember Member { get; private set; } = null!;

    /// <summary>What is ticked.</summary>
    public StaffGrant Ticked { get; private set; } = null!;

    /// <summary>The languages there are to translate into.</summary>
    public IReadOnlyList<string> Languages => Offered(Member.Grant.Languages);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Changes it. Who loses a role is signed out within a minute; their own cookie is renewed at once.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] string[]? role, [FromForm] string[]? into, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Ticked = StaffGrant.Read(role ?? [], into ?? [], Languages);
        var outcome = await staffing.ChangeAsync(ActorId, id, Ticked, cancel);
        if (outcome.Refusal is { } why)
        {
            return Refuse(why);
        }

        if (id == ActorId && await signIn.UserManager.FindByIdAsync($"{id}") is { } self)
        {
            await signIn.RefreshSignInAsync(self);
            // Who is no administrator any more has no list to go back to.
            return new SeeOtherResult(Link(Ticked.Roles.Contains(AccountRole.Administrator) ? "/desk/people?done=changed" : "/desk"));
        }

        return Back(outcome, "changed");
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancel)
    {
        if (await staff.FindAsync(id, cancel) is not { } member)
        {
            return false;
        }

        (Member, Ticked, Title) = (member, member.Grant, member.Name);
        return true;
    }
}
