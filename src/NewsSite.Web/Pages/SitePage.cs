using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Articles;
using NewsSite.Media;
using NewsSite.Web.Caching;
using NewsSite.Web.Feeds;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages;

/// <summary>A language version of a page, for <c>hreflang</c>.</summary>
public sealed record PageVersion(string Language, string Path);

/// <summary>What the layout asks of every page.</summary>
public abstract class SitePage : PageModel
{
    /// <summary>The site's settings.</summary>
    public SiteSettings Site => HttpContext.RequestServices.GetRequiredService<SiteSettings>();

    /// <summary>The address of the style sheet made from the settings; null while the house's own colours stand.</summary>
    public string? SheetPath => Site.Sheet?.Path;

    /// <summary>The language of the chrome; the site's own until a page says otherwise.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>The words of the chrome.</summary>
    public Words Words => Words.In(Language);

    /// <summary>The page's title, without the site's name; empty on the front page.</summary>
    public string Title { get; protected set; } = "";

    /// <summary>A sentence for search engines.</summary>
    public string? Description { get; protected set; }

    /// <summary>The one address of this page, with its query where that matters.</summary>
    public string? CanonicalPath { get; protected set; }

    /// <summary>The language versions of this page, itself among them; empty when there is only one.</summary>
    public IReadOnlyList<PageVersion> Versions { get; protected set; } = [];

    /// <summary>The feeds of what this page shows, the nearest first.</summary>
    public IReadOnlyList<FeedLink> Feeds { get; protected set; } = [];

    /// <summary>True on pages search engines should pass over.</summary>
    public bool NoIndex { get; protected set; }

    /// <summary>The languages what is listed here is limited to, where it can be (<see cref="CanBeLimited"/>).</summary>
    public LanguageChoice Reading { get; private set; } = LanguageChoice.Every;

    /// <summary>True for lists and feeds in several languages, which readers may limit to those they read.</summary>
    public virtual bool CanBeLimited => false;

    /// <summary>The section whose name is marked in the navigation.</summary>
    public string? CurrentSection { get; protected set; }

    /// <summary>The sections, in order, for the navigation.</summary>
    public IReadOnlyList<SectionMenuItem> Sections => HttpContext.RequestServices.GetRequiredService<SectionMenu>().Items;

    /// <summary>True where there is a newsletter to subscribe to.</summary>
    public bool HasNewsletter => HttpContext.RequestServices.GetRequiredService<NewsSite.Newsletter.NewsletterSettings>().On;

    /// <summary>Scheme and host for absolute links: the setting, else the request's.</summary>
    public string BaseUrl => Site.BaseUrl ?? $"{Request.Scheme}://{Request.Host}";

    /// <summary>Chrome follows <c>?language=</c> where a page is not itself in one language.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Language = Site.DefaultLanguage;
        // Without a handler for the method the framework prints the page all the same, from a model nobody filled.
        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }

        if (Request.Query.TryGetValue("language", out var asked))
        {
            if (asked.Count == 1 && Site.LanguageTags.Contains(asked[0]))
            {
                Language = asked[0]!;
            }
            else
            {
                context.Result = NotFound();
            }
        }

        if (CanBeLimited && Request.Query.TryGetValue(LanguageChoice.Parameter, out var languages))
        {
            Limit(context, languages);
        }
    }

    /// <summary>The path and query of this list with another choice of languages, from its first page.</summary>
    /// <param name="said">The choice as addresses say it; null to say nothing of it.</param>
    public string ListAddress(string? said)
    {
        var rest = string.Join('&', Request.Query.Where(q => q.Key is not ("page" or LanguageChoice.Parameter)).Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}"));
        return LanguageChoice.Say(Request.Path + (rest.Length == 0 ? "" : $"?{rest}"), said);
    }

    /// <summary>Those of these pieces that are in the languages asked for.</summary>
    protected IQueryable<Article> Read(IQueryable<Article> articles)
    {
        var languages = Reading.Tags;
        return Reading.IsLimited ? articles.Where(a => languages.Contains(a.Language)) : articles;
    }

    /// <summary>A list of this site, in the language of this page and limited as it is.</summary>
    public string ListLink(string path) => LanguageChoice.Say(Link(path), Reading.IsLimited ? Reading.ToString() : null);

    private void Limit(PageHandlerExecutingContext context, Microsoft.Extensions.Primitives.StringValues asked)
    {
        if (LanguageChoice.Read(asked, Site.LanguageTags) is not { } read)
        {
            context.Result = NotFound();
        }
        else if (asked.Count != 1 || asked[0] != read.Said)
        {
            // One address for one choice, whatever the order it was said in.
            context.Result = Redirect(LanguageChoice.Say(Request.Path + Request.QueryString, read.Said));
        }
        else
        {
            Reading = read.Choice;
            HttpContext.Features.Set(Reading);
        }
    }

    /// <summary>Sets the chrome around a text in that language.</summary>
    protected void Speak(string language) => Language = Site.ChromeFor(language);

    /// <summary>Lets the page be kept, and names what it was made from.</summary>
    protected void Keep(params string[] tags) => HttpContext.KeepPage(tags);

    /// <summary>A path of this site, in the language of this page where the path itself has none.</summary>
    public string Link(string path) => LinkIn(Language, path);

    /// <summary>A path of this site in a language.</summary>
    public string LinkIn(string language, string path) => language == Site.DefaultLanguage ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}language={language}";

    /// <summary>The whole address of a path of this site, in the language of this page.</summary>
    public string WholeLink(string path) => BaseUrl + Link(path);

    /// <summary>The path of a feed in a format, in the language of this page and limited as it is.</summary>
    public string FeedAddress(FeedLink feed, FeedFormat format) => feed.KnowsLanguage ? feed.In(format) : ListLink(feed.In(format));

    /// <summary>The front page of a language.</summary>
    public string FrontPage(string language) => language == Site.DefaultLanguage ? "/" : $"/{language}";

    /// <summary>The day of an instant in the site's time zone.</summary>
    public DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(LocalTime(instant));

    /// <summary>An instant in the site's time zone.</summary>
    public DateTime LocalTime(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, Site.Zone);

    /// <summary>What a genre is called in a language: by the publication, else by the house.</summary>
    public string GenreName(Genre genre, string language) => Site.GenreName(genre, language) ?? Words.In(language)[$"Genre.{genre}"];

    /// <summary>Where the files of pictures on cards are.</summary>
    public virtual string CardPictures => PictureSizes.BasePath;

    /// <summary>Where a card leads.</summary>
    public virtual string CardAddress(ArticleCard card) => card.Address.ToString();

    /// <summary>Prints a card.</summary>
    public CardView Card(ArticleCard card, CardSize size = CardSize.Column) => new(card, this, size);
}

/// <summary>How large a card stands on the page.</summary>
public enum CardSize
{
    /// <summary>The piece at the top of a front page.</summary>
    Lead,

    /// <summary>With its picture above.</summary>
    Second,

    /// <summary>Without a picture.</summary>
    Column,

    /// <summary>In a list: picture beside the text.</summary>
    Row,
}

/// <summary>A card and the page it is printed on.</summary>
public sealed record CardView(ArticleCard Card, SitePage Page, CardSize Size);
