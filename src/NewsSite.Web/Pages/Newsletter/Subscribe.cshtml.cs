using Microsoft.AspNetCore.Mvc;
using NewsSite.Comments;
using NewsSite.Newsletter;
using NewsSite.Web.Accounts;
using NewsSite.Web.Newsletter;

namespace NewsSite.Web.Pages.Newsletter;

/// <summary>What asking for the newsletter takes besides the records.</summary>
/// <param name="Subscribing">Who is subscribed.</param>
/// <param name="Mail">The mail that asks.</param>
/// <param name="Offers">What can be chosen.</param>
/// <param name="Pace">How often.</param>
/// <param name="Clock">The time.</param>
public sealed record SubscriptionTools(Subscribing Subscribing, SubscriptionMail Mail, NewsletterOffers Offers, AccountPace Pace, TimeProvider Clock)
{
    /// <summary>The time; UTC.</summary>
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;
}

/// <summary>
/// Takes a wish for the newsletter and has it confirmed by mail. Nothing is told about the address: the answer is the same whoever has it. Taken without a token of
/// antiforgery, for the form is the same bytes for everyone; what another site could have a browser send is one mail that asks.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class SubscribeModel(NewsletterSettings settings, SubscriptionTools tools) : PersonalPage
{
    /// <summary>The form, with what was typed.</summary>
    public ChoiceFields Fields { get; private set; } = null!;

    /// <summary>The form has an address of its own.</summary>
    public IActionResult OnGet() => Redirect(Link("/newsletter"));

    /// <summary>Mails the link, or says why not.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] TypedChoices typed, CancellationToken cancel)
    {
        if (!settings.On)
        {
            return NotFound();
        }

        var sections = await tools.Offers.SectionsAsync(cancel);
        var email = GuestAddress.Read(typed.Email);
        var choices = NewsletterChoices.Of(Language, typed.Languages, typed.Sections, typed.Rhythm, tools.Offers.Of(sections));
        var problem = email is null ? "Newsletter.EmailUnfit" : choices is null ? "Newsletter.NoLanguage" : tools.Pace.Allows(HttpContext) ? null : "Newsletter.TooFast";
        if (problem is not null)
        {
            Title = Words["Newsletter.Title"];
            Fields = new ChoiceFields(this, sections, typed, problem);
            Response.StatusCode = problem == "Newsletter.TooFast" ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (tools.Pace.AllowsMailTo(email!))
        {
            var now = tools.Now;
            await tools.Subscribing.AskAsync(email!, choices!, token => tools.Mail.Write(email!, choices!, token, sections, now), now, cancel);
        }

        return new SeeOtherResult(Link("/mail/newsletter/mailed"));
    }
}
