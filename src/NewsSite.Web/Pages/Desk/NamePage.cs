using Microsoft.AspNetCore.Mvc;
using NewsSite.Credits;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk;

/// <summary>What the pages of contributors and outlets share: who asks, and why not.</summary>
public abstract class NamePage(DeskActors actors) : PersonalPage
{
    /// <summary>Why the form was not taken.</summary>
    public CreditRefusal? Refusal { get; protected set; }

    /// <summary>True when a script asks, and wants data instead of a page.</summary>
    protected bool IsScript => Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json");

    /// <summary>Who asks, by the records; somebody without any right when the role is gone meanwhile.</summary>
    protected async Task<DeskActor> ActorAsync(CancellationToken cancel) =>
        await actors.FindAsync(AccountId, cancel) ?? new DeskActor(0, new HashSet<NewsSite.Accounts.AccountRole>(), new HashSet<string>());

    /// <summary>Answers who has the name now: to a script as data, to anybody else as the list with them on it.</summary>
    protected IActionResult Answer(NameOutcome outcome, string list)
    {
        if (outcome.Found is { } found)
        {
            return IsScript
                ? new JsonResult(found) { StatusCode = outcome.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK }
                : new SeeOtherResult(Link($"{list}?q={Uri.EscapeDataString(found.Name)}"));
        }

        Refusal = outcome.Why;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return IsScript ? new JsonResult(new { refusal = Words[$"CreditRefusal.{outcome.Why}"] }) { StatusCode = Response.StatusCode } : Page();
    }
}
