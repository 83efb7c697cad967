using Microsoft.AspNetCore.Mvc;
using NewsSite.Staff;

namespace NewsSite.Web.Pages.Desk.People;

/// <summary>Asks somebody into the newsroom.</summary>
public sealed class InviteModel(Staffing staffing, InvitationLetter letter) : StaffPage
{
    /// <summary>What was typed.</summary>
    public Invitee Typed { get; private set; } = new(null, null, "en", new StaffGrant([], []));

    /// <summary>The languages there are to translate into.</summary>
    public IReadOnlyList<string> Languages => Offered([]);

    /// <summary>Shows the form.</summary>
    public void OnGet() => Begin(new InviteForm(null, null, Language, [], []));

    /// <summary>Mails the link, or says why not.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] InviteForm typed, CancellationToken cancel)
    {
        Begin(typed);
        if (!MayMail(Typed.Email))
        {
            return Refuse(StaffRefusal.TooManyMails);
        }

        var outcome = await staffing.InviteAsync(ActorId, Typed, letter, cancel);
        return outcome.Refusal is { } why ? Refuse(why) : Back(outcome, "invited");
    }

    private void Begin(InviteForm typed)
    {
        Title = Words["InviteTitle"];
        var language = Site.LanguageTags.Contains(typed.Tongue) ? typed.Tongue! : Site.DefaultLanguage;
        Typed = new Invitee(typed.Email, typed.Name, language, StaffGrant.Read(typed.Role ?? [], typed.Into ?? [], Languages));
    }
}

/// <summary>What the form sends.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Tongue">The language of the mail.</param>
/// <param name="Role">The roles ticked.</param>
/// <param name="Into">The languages ticked.</param>
public sealed record InviteForm(string? Email, string? Name, string? Tongue, string[]? Role, string[]? Into);
