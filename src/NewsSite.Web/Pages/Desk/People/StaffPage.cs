using Microsoft.AspNetCore.Mvc;
using NewsSite.Staff;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Desk.People;

/// <summary>What the pages about the newsroom's people share.</summary>
public abstract class StaffPage : PersonalPage
{
    private static readonly string[] Outcomes = ["invited", "mailed", "revoked", "changed", "removed"];

    /// <summary>Why nothing was changed.</summary>
    public StaffRefusal? Refusal { get; private set; }

    /// <summary>The key of the sentence about what was just done; null when nothing was.</summary>
    public string? Outcome => Refusal is null && Outcomes.Contains((string?)Request.Query["done"]) ? $"StaffDone.{Request.Query["done"]}" : null;

    /// <summary>The languages there are to translate into: the publication's own, and those somebody has already.</summary>
    protected IReadOnlyList<string> Offered(IEnumerable<string> held) => [.. Site.LanguageTags.Union(held)];

    /// <summary>The administrator.</summary>
    protected int ActorId => AccountId ?? throw new InvalidOperationException("Only those signed in come here.");

    /// <summary>Shows the page again with the reason.</summary>
    protected IActionResult Refuse(StaffRefusal refusal)
    {
        Refusal = refusal;
        Response.StatusCode = refusal == StaffRefusal.TooManyMails ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Back to the list, which says what was done, or why it was not.</summary>
    protected IActionResult Back(StaffOutcome outcome, string done) =>
        new SeeOtherResult(Link(outcome.Refusal is { } why ? $"/desk/people?refused={why}" : $"/desk/people?done={done}"));

    /// <summary>Counts a mail to an address; false when it was written to too often.</summary>
    protected bool MayMail(string? email) => HttpContext.RequestServices.GetRequiredService<AccountPace>().AllowsMailTo(email?.Trim().ToLowerInvariant() ?? "");

    /// <summary>Takes up why the page before did nothing.</summary>
    protected void TakeRefusal() => Refusal = Enum.TryParse<StaffRefusal>(Request.Query["refused"], out var refusal) && Enum.IsDefined(refusal) ? refusal : null;
}

/// <summary>The fields that say what somebody is.</summary>
/// <param name="Page">The page they stand on.</param>
/// <param name="Grant">What is ticked.</param>
/// <param name="Languages">The languages offered.</param>
public sealed record GrantView(StaffPage Page, StaffGrant Grant, IReadOnlyList<string> Languages);
