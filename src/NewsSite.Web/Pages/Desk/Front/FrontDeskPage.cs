using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Desk;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Desk.Front;

/// <summary>What the front page desk and its steps share: each step done leads back to the desk, each refused one is the desk with the reason.</summary>
public abstract class FrontDeskPage(FrontPageDesk desk, TimeProvider clock) : DeskPage
{
    /// <summary>Whose front page it is.</summary>
    public string Tongue { get; private set; } = "";

    /// <summary>The state of it.</summary>
    public FrontEdition Edition { get; private set; } = null!;

    /// <summary>The picks, in order.</summary>
    public IReadOnlyList<PickedPiece> Picks { get; private set; } = [];

    /// <summary>What was looked for.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>The pieces one may pick.</summary>
    public IReadOnlyList<PickablePiece> Found { get; private set; } = [];

    /// <summary>What was typed into a form that was not taken.</summary>
    public FrontForm Typed { get; private set; } = new();

    /// <summary>The pick a wrong time was typed for; 0 when none was.</summary>
    public int WrongTime { get; private set; }

    /// <summary>The time a preview begins with: tomorrow at this hour.</summary>
    public DateTime Tomorrow => LocalTime(clock.GetUtcNow().UtcDateTime.AddDays(1));

    /// <summary>The desk's address for that front page.</summary>
    public string Home => Link($"/desk/front?tongue={Tongue}");

    /// <summary>The place a pick has on the page: 1 for the lead; null while it is passed over, or waits for a place.</summary>
    public int? PlaceOf(PickedPiece pick)
    {
        var place = Picks.Where(p => p.Standing == PickStanding.Stands).Index().Where(p => p.Item == pick).Select(p => (int?)p.Index + 1).FirstOrDefault();
        return place <= NewsSite.Articles.FrontPage.Tops ? place : null;
    }

    /// <summary>Shows the desk.</summary>
    protected async Task<IActionResult> ShowAsync(string? tongue, string? asked, CancellationToken cancel)
    {
        tongue ??= Site.LanguageTags.Contains(Language) ? Language : Site.DefaultLanguage;
        if (!Actor.MayPublish || !Site.LanguageTags.Contains(tongue))
        {
            return NotFound();
        }

        (Tongue, Asked, Title) = (tongue, asked?.Trim() ?? "", Words["Front.Title"]);
        if (Asked.Length > Article.MaxHeadlineLength)
        {
            Asked = Asked[..Article.MaxHeadlineLength];
        }

        (Edition, Picks) = await desk.ReadAsync(tongue, cancel);
        Found = await desk.FindAsync(tongue, Asked, cancel);
        return Page();
    }

    /// <summary>Does a step, and says what came of it.</summary>
    /// <param name="typed">What the form sent.</param>
    /// <param name="step">The step.</param>
    /// <param name="outcome">The key of the sentence that says it is done.</param>
    /// <param name="place">The id of what the reader of the next page goes on from.</param>
    /// <param name="cancel">Ends the step.</param>
    protected async Task<IActionResult> DoAsync(FrontForm typed, Func<FrontEdition, Task<FrontRefusal?>> step, string outcome, string place, CancellationToken cancel)
    {
        if (!Actor.MayPublish || typed.Tongue is null || !Site.LanguageTags.Contains(typed.Tongue))
        {
            return NotFound();
        }

        if (await step(new FrontEdition(typed.Tongue, typed.Revision)) is not { } why)
        {
            HttpContext.RequestServices.GetRequiredService<KeptPages>().DropLists();
            var search = string.IsNullOrWhiteSpace(typed.Q) ? "" : $"&q={Uri.EscapeDataString(typed.Q)}";
            Done($"/desk/front?tongue={typed.Tongue}{search}", Words[outcome]);
            return new SeeOtherResult(Link($"/desk/front?tongue={typed.Tongue}{search}") + $"#{place}");
        }

        Typed = typed;
        WrongTime = why == FrontRefusal.TimePast ? typed.Article : 0;
        if (await ShowAsync(typed.Tongue, typed.Q, cancel) is NotFoundResult nothing)
        {
            return nothing;
        }

        Problem = why == FrontRefusal.Changed && await desk.LatestChangeAsync(typed.Tongue, cancel) is { } change
            ? Words.Format("Front.ChangedBy", change.By ?? Words["DeskLogSite"], Words.ShortTime(LocalTime(change.Entry.At)), change.Entry.Note ?? "")
            : Words[$"FrontRefusal.{why}"];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
