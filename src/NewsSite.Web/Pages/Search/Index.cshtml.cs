using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Search;
using NewsSite.Text;
using NewsSite.Web.Search;

namespace NewsSite.Web.Pages.Search;

/// <summary>Finds pieces and comments. Made anew each time and kept by nobody: what can be asked has no end.</summary>
public sealed class IndexModel(SearchTools tools) : SitePage
{
    /// <summary>Somebody or something a search can be narrowed down to.</summary>
    public sealed record Choice(string Slug, string Name);

    /// <summary>What stands in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public SearchForm Form { get; set; } = new();

    /// <summary>What was typed, understood.</summary>
    public SearchQuery Query { get; private set; } = SearchQuery.Parse(null);

    /// <summary>Marks what was found.</summary>
    public Highlighter Marker { get; private set; } = null!;

    /// <summary>The pieces found; null where comments were asked for, or nothing.</summary>
    public SearchPage<FoundArticle>? Articles { get; private set; }

    /// <summary>The comments found; null where pieces were asked for, or nothing.</summary>
    public SearchPage<FoundComment>? Comments { get; private set; }

    /// <summary>Those credited on what was found who are called what was asked for.</summary>
    public IReadOnlyList<CreditLine> People { get; private set; } = [];

    /// <summary>The outlets to choose from.</summary>
    public IReadOnlyList<Choice> Publications { get; private set; } = [];

    /// <summary>What could not be understood, in sentences.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>The name of whoever the finds are narrowed down to.</summary>
    public string? ByName { get; private set; }

    /// <summary>The languages the finds are narrowed down to; empty for every one.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>True where the finds are narrowed down.</summary>
    public bool IsNarrowed { get; private set; }

    /// <summary>True where what narrows them down is to be seen; the languages are said above the finds, and many readers have them in every search.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>True where something was asked.</summary>
    public bool IsAsked => Articles is not null || Comments is not null;

    /// <summary>True where nothing was found.</summary>
    public bool IsEmpty => IsAsked && (Articles?.Finds.Count ?? Comments!.Finds.Count) == 0;

    /// <summary>How the words were taken.</summary>
    public SearchWay Way => Articles?.Way ?? Comments?.Way ?? SearchWay.AllWords;

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next => (Articles?.Next ?? Comments?.Next) is { } next ? Link(Form.Address(("after", next.ToString()))) : null;

    /// <summary>The address of the same search in every language.</summary>
    public string EveryLanguage => LanguageChoice.Say(Form.Address(), LanguageChoice.All);

    private readonly List<string> notes = [];

    /// <summary>Shows what was found; or only the form, where nothing was asked.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Query = SearchQuery.Parse(Form.Typed);
        Marker = new Highlighter(Query);
        Title = Query.Typed.Length > 0 ? Words.Format("Find.TitleOf", Query.Typed) : Words["Find.Page"];
        NoIndex = Request.Query.Count > 0;
        CanonicalPath = Link("/search");
        Languages = LanguagesAsked();
        using var turn = await tools.Gate.EnterAsync(cancel);
        if (turn is null)
        {
            notes.Add(Words["Find.Busy"]);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "5";
            return Page();
        }

        var filter = await FilterAsync(cancel);
        (IsNarrowed, IsOpen) = (!filter.IsEmpty, !(filter with { Languages = [] }).IsEmpty);
        Publications = [.. (await tools.Db.Publications.AsNoTracking().Where(p => tools.Db.Sources.Any(s => s.PublicationId == p.Id)).Select(p => new { p.Slug, p.Name, p.Names }).ToListAsync(cancel))
            .Select(p => new Choice(p.Slug, p.Names.Exactly(Language) ?? p.Name)).OrderBy(p => p.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(Language), ignoreCase: true))];
        if (Query.Wanted.Count > 0 || IsNarrowed)
        {
            await FindAsync(new SearchRequest(Query, filter, After()), cancel);
        }
        else if (Query.Typed.Length > 0)
        {
            notes.Add(Words[Query.Unwanted.Count > 0 ? "Find.OnlyUnwanted" : "Find.NoWords"]);
        }

        return Page();
    }

    private SearchCursor? After()
    {
        if (string.IsNullOrEmpty(Form.After))
        {
            return null;
        }

        var cursor = SearchCursor.Parse(Form.After);
        if (cursor is null)
        {
            notes.Add(Words["Find.FromTheTop"]);
        }

        return cursor;
    }

    private async Task FindAsync(SearchRequest request, CancellationToken cancel)
    {
        var now = tools.Clock.GetUtcNow().UtcDateTime;
        if (Form.Kind == SearchKind.Comments)
        {
            Comments = await tools.Searching.CommentsAsync(request, tools.Policy, now, cancel);
            return;
        }

        Articles = await tools.Searching.ArticlesAsync(request, now, cancel);
        if (request.After is null)
        {
            People = [.. Articles.Finds.SelectMany(f => f.Card.Credits).DistinctBy(c => c.Slug).Where(c => Marker.IsNamed([c.Name, .. c.Names.Texts.Values, .. new[] { c.ScriptName, c.CreditedAs }.OfType<string>()])).Take(3)];
        }
    }

    private async Task<SearchFilter> FilterAsync(CancellationToken cancel)
    {
        var (from, to) = (DayOf(Form.From), DayOf(Form.To));
        return new SearchFilter
        {
            Languages = Languages,
            SectionId = await SectionAsync(cancel),
            ContributorId = await ContributorAsync(cancel),
            PublicationId = await PublicationAsync(cancel),
            From = from is { } first ? Instant(first) : null,
            Before = to is { } last && last < DateOnly.MaxValue ? Instant(last.AddDays(1)) : null,
        };
    }

    private string[] LanguagesAsked()
    {
        string[] said = [.. LanguageChoice.TagsIn(Form.Languages).Take(20)];
        if (said.Contains(LanguageChoice.All, StringComparer.OrdinalIgnoreCase))
        {
            Form.Languages = [LanguageChoice.All];
            return [];
        }

        var asked = said.ToLookup(LanguageTag.Canonical);
        if (asked.Contains(null))
        {
            notes.Add(Words.Format("Find.NoLanguage", asked[null].First()));
        }

        Form.Languages = [.. asked.Select(a => a.Key).OfType<string>().Distinct()];
        return Form.Languages;
    }

    private async Task<int?> SectionAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Form.Section))
        {
            return null;
        }

        var slug = Form.Section.Trim();
        var id = await tools.Db.Sections.Where(s => s.Slug == slug).Select(s => (int?)s.Id).SingleOrDefaultAsync(cancel)
            ?? await tools.Db.FormerSectionSlugs.Where(f => f.Slug == slug).Select(f => (int?)f.SectionId).SingleOrDefaultAsync(cancel);
        if (id is null)
        {
            notes.Add(Words.Format("Find.NoSection", slug));
            Form.Section = null;
        }

        return id;
    }

    private async Task<int?> PublicationAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Form.Source))
        {
            return null;
        }

        var slug = Form.Source.Trim();
        var id = await tools.Db.Publications.Where(p => p.Slug == slug).Select(p => (int?)p.Id).SingleOrDefaultAsync(cancel)
            ?? await tools.Db.PublicationRedirects.Where(r => r.Slug == slug).Select(r => (int?)r.PublicationId).SingleOrDefaultAsync(cancel);
        if (id is null)
        {
            notes.Add(Words.Format("Find.NoSource", slug));
            Form.Source = null;
        }

        return id;
    }

    /// <summary>Whoever has that slug, or else is called so on a published piece.</summary>
    private async Task<int?> ContributorAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Form.By))
        {
            return null;
        }

        var asked = TypedText.Line(Form.By);
        var credited = tools.Db.Contributors.AsNoTracking().Where(c => tools.Db.Articles.Published(tools.Clock.GetUtcNow().UtcDateTime).Any(a => a.Credits.Any(x => x.ContributorId == c.Id)));
        var found = await credited.SingleOrDefaultAsync(c => c.Slug == asked, cancel);
        if (found is null)
        {
            var all = await credited.ToListAsync(cancel);
            var best = NameFinder.Find(all.Select(c => new NamedThing(c.Id, c.Slug, c.Name, [.. c.AllNames.Skip(1)])), asked, most: 1);
            found = best is [var one] ? all.Single(c => c.Id == one.Id) : null;
        }

        if (found is null)
        {
            notes.Add(Words.Format("Find.Nobody", asked));
            Form.By = null;
            return null;
        }

        ByName = found.NameIn(Language);
        Form.By = found.Slug;
        return found.Id;
    }

    private DateOnly? DayOf(string? typed)
    {
        var day = SearchForm.Day(typed);
        if (day is null && !string.IsNullOrWhiteSpace(typed))
        {
            notes.Add(Words.Format("Find.NoDay", typed.Trim()));
        }

        return day;
    }

    /// <summary>The beginning of a day of the site.</summary>
    private DateTime Instant(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        // A day that begins with a leap of the clock begins an hour later.
        return TimeZoneInfo.ConvertTimeToUtc(Site.Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Site.Zone);
    }
}
