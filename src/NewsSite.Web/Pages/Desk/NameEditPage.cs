using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk;

/// <summary>What the editors' pages of one contributor or outlet share: the languages to fill in, the history, and what is done after a change.</summary>
public abstract class NameEditPage(DeskActors actors) : NamePage(actors)
{
    /// <summary>Lines of the history shown.</summary>
    private const int HistoryShown = 30;

    /// <summary>A line of the history.</summary>
    public sealed record Line(DateTime At, string? By, DeskAction Action, string? Note);

    /// <summary>Contributor or publication.</summary>
    public abstract DeskThing Thing { get; }

    /// <summary>The key of the one edited.</summary>
    public int Id { get; private set; }

    /// <summary>The history, newest first.</summary>
    public IReadOnlyList<Line> History { get; private set; } = [];

    /// <summary>True right after a change.</summary>
    public bool IsDone => Request.Query.ContainsKey("done");

    /// <summary>Where the list is.</summary>
    public string Home => Thing == DeskThing.Contributor ? "/desk/contributors" : "/desk/publications";

    /// <summary>The field a refusal is about.</summary>
    public string WrongField => Refusal switch
    {
        CreditRefusal.LanguageUnfit => "language",
        CreditRefusal.LinkUnfit => "link",
        CreditRefusal.SlugUnfit or CreditRefusal.SlugTaken => "slug",
        CreditRefusal.TextTooLong => $"about-{Site.DefaultLanguage}",
        CreditRefusal.NoAccount => "account",
        CreditRefusal.NoPicture => "picture",
        _ => "name",
    };

    /// <summary>The languages a name or text may be filled in for: the site's, and those there is one in already.</summary>
    public IReadOnlyList<string> LanguagesOf(Dictionary<string, string?> texts) => [.. Site.LanguageTags.Union(texts.Keys)];

    /// <summary>Reads what is shown beside the form.</summary>
    protected async Task LoadAsync(int id, string? name, CancellationToken cancel)
    {
        (Id, Title) = (id, name ?? "");
        var db = HttpContext.RequestServices.GetRequiredService<NewsDbContext>();
        History = await db.DeskLog.Where(e => e.Thing == Thing && e.ThingId == id).OrderByDescending(e => e.Id).Take(HistoryShown)
            .Select(e => new Line(e.At, db.Accounts.Where(a => a.Id == e.AccountId).Select(a => a.DisplayName).FirstOrDefault(), e.Action, e.Note))
            .ToListAsync(cancel);
    }

    /// <summary>Leads back to the page, or shows the form again with the reason.</summary>
    protected IActionResult Answer(CreditRefusal? why, int id)
    {
        if (why is null)
        {
            // The lists show names of those too who are credited nowhere; other servers keep lists for a minute at most.
            HttpContext.RequestServices.GetRequiredService<Caching.KeptPages>().DropLists();
            return new SeeOtherResult(Link($"{Home}/{id}?done=1"));
        }

        if (why == CreditRefusal.NotFound)
        {
            return NotFound();
        }

        Refusal = why;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
