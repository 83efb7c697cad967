using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Media;
using NewsSite.Text;
using NewsSite.Web.Pages;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.ShareCards;

namespace NewsSite.Web.Metadata;

/// <summary>
/// What a published article says of itself to machines: a graph of schema.org 29 as JSON-LD. Whoever wrote it is an author, whoever translated it a translator and nothing
/// else; the original is the work it translates, and a version of ours it was made from what it is based on.
/// </summary>
public static class ArticleGraph
{
    /// <summary>So many comments are told; the others are on the page.</summary>
    public const int CommentsTold = 5;

    /// <summary>The longest text of a comment that is told, in characters.</summary>
    private const int CommentLength = 500;

    // Letters of every script stay themselves; what could end the script element is escaped.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Prints the graph as an element of the head. Data, which a browser does not run, and so no script of the page's own.</summary>
    /// <param name="print">The article.</param>
    /// <param name="modifiedAt">When its text last changed; UTC.</param>
    /// <param name="comments">Comments readers see, in the order printed.</param>
    public static IHtmlContent Print(ArticlePrint print, DateTime? modifiedAt, IEnumerable<CommentRow> comments) =>
        new HtmlString($"<script type=\"application/ld+json\">{Of(print, modifiedAt, comments).ToJsonString(Json)}</script>");

    /// <summary>The graph.</summary>
    public static JsonObject Of(ArticlePrint print, DateTime? modifiedAt, IEnumerable<CommentRow> comments) => new()
    {
        ["@context"] = "https://schema.org",
        ["@graph"] = new JsonArray(Article(print, modifiedAt, comments), Publisher(print.Page), Breadcrumbs(print)),
    };

    private static JsonObject Article(ArticlePrint print, DateTime? modifiedAt, IEnumerable<CommentRow> comments)
    {
        var (page, card) = (print.Page, print.Card);
        var address = page.BaseUrl + card.Address;
        var writers = CreditLine.Writers(card.Credits);
        var others = card.Credits.Except(writers).OrderBy(c => c.Position).ToLookup(c => c.Role, c => Contributor(c, page, card.Language));
        return Said(new JsonObject
        {
            ["@type"] = new JsonArray("NewsArticle", card.Genre switch { Genre.OpEd => "OpinionNewsArticle", Genre.Analysis => "AnalysisNewsArticle", Genre.Report => "ReportageNewsArticle", _ => "Article" }),
            ["@id"] = $"{address}#article",
            ["url"] = address,
            ["mainEntityOfPage"] = address,
            ["headline"] = card.Headline,
            ["description"] = card.Standfirst.Length == 0 ? null : card.Standfirst,
            ["inLanguage"] = card.Language,
            ["genre"] = page.GenreName(card.Genre, page.Language),
            ["articleSection"] = card.SectionName.For(page.Language),
            ["keywords"] = Many(print.Topics.Select(t => (JsonNode?)t.Name.For(page.Language))),
            ["datePublished"] = Instant(card.PublishedAt),
            ["dateModified"] = Instant(modifiedAt ?? card.PublishedAt),
            ["author"] = Many(writers.Select(c => Contributor(c, page, card.Language))),
            ["translator"] = Many(others[CreditRole.Translator]),
            ["editor"] = Many(others[CreditRole.Editor]),
            ["contributor"] = Many(others[CreditRole.Interviewer].Concat(others[CreditRole.Photographer]).Concat(others[CreditRole.Illustrator])),
            ["publisher"] = Reference($"{page.BaseUrl}/#organization"),
            ["translationOfWork"] = card.Source is { } source && source.Language != card.Language ? Original(print) : card.Source is null && print.Basis is { } translated ? Reference($"{page.BaseUrl}{translated.Address}#article") : null,
            ["isBasedOn"] = card.Source is null ? null
                : print.Basis is { } basis ? Reference($"{page.BaseUrl}{basis.Address}#article")
                : card.Source.Language == card.Language ? Original(print)
                : null,
            ["usageInfo"] = print.Text.Permission is null ? null : $"{address}#credits",
            ["correction"] = Many(print.Corrections.Select(c => (JsonNode?)new JsonObject { ["@type"] = "CorrectionComment", ["text"] = c.Text, ["datePublished"] = Instant(c.NotedAt) })),
            // Its own picture first, for what shows one picture shows the first.
            ["image"] = Many(card.PictureFile is null ? [Shared(print)] : [Image(print), Shared(print)]),
            ["wordCount"] = card.WordCount,
            ["timeRequired"] = string.Create(CultureInfo.InvariantCulture, $"PT{ReadingTime.Minutes(card.WordCount, card.Language)}M"),
            ["isAccessibleForFree"] = true,
            ["commentCount"] = print.HasConversation ? card.CommentCount : null,
            ["discussionUrl"] = print.HasConversation ? $"{address}#comments" : null,
            ["comment"] = Many(comments.Where(c => c.IsPublished).Take(CommentsTold).Select(c => (JsonNode?)Comment(c, page.BaseUrl))),
        });
    }

    private static JsonObject Original(ArticlePrint print)
    {
        var (page, card, source) = (print.Page, print.Card, print.Card.Source!);
        var text = print.Text;
        return Said(new JsonObject
        {
            ["@type"] = "NewsArticle",
            ["@id"] = text.OriginalUrl is { } where ? $"{where}#work" : null,
            ["url"] = text.OriginalUrl,
            ["headline"] = text.OriginalTitle,
            ["inLanguage"] = source.Language,
            ["datePublished"] = source.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["author"] = Many(CreditLine.Writers(card.Credits).Select(c => Reference(IdOf(c, page)))),
            ["publisher"] = new JsonObject { ["@type"] = "NewsMediaOrganization", ["name"] = source.Name, ["url"] = page.BaseUrl + page.Link($"/sources/{source.Slug}") },
            ["archivedAt"] = text.ArchivedUrl,
        });
    }

    private static JsonObject Contributor(CreditLine credit, SitePage page, string language)
    {
        var name = credit.NameIn(language);
        return Said(new JsonObject
        {
            ["@type"] = credit.IsOrganisation ? "Organization" : "Person",
            ["@id"] = IdOf(credit, page),
            ["name"] = name,
            ["alternateName"] = Many(new[] { credit.Name, credit.ScriptName }.Where(n => n is not null && n != name).Distinct().Select(n => (JsonNode?)n)),
            ["url"] = page.BaseUrl + page.Link($"/contributors/{credit.Slug}"),
        });
    }

    private static JsonObject Image(ArticlePrint print)
    {
        var (card, credit) = (print.Card, print.PictureCredit);
        return Said(new JsonObject
        {
            ["@type"] = "ImageObject",
            ["url"] = print.Page.BaseUrl + PictureSizes.JpegPath(card.PictureFile!),
            ["caption"] = print.Text.PictureCaption,
            ["creditText"] = string.Join(", ", new[] { credit.Name, credit.Organisation }.OfType<string>()) is { Length: > 0 } line ? line : null,
            ["creator"] = credit.Name is { } name ? new JsonObject { ["@type"] = "Person", ["name"] = name } : null,
            ["license"] = credit.LicenceLink,
        });
    }

    private static JsonObject Shared(ArticlePrint print) => new()
    {
        ["@type"] = "ImageObject",
        ["url"] = print.Page.BaseUrl + ShareCardText.PathOf(print.Card, print.Page),
    };

    private static JsonObject Comment(CommentRow comment, string site) => Said(new JsonObject
    {
        ["@type"] = "Comment",
        ["url"] = string.Create(CultureInfo.InvariantCulture, $"{site}/comments/{comment.Id}"),
        ["text"] = Paragraphs.Cut(Plain(comment.Html), CommentLength),
        ["inLanguage"] = comment.Language,
        ["author"] = new JsonObject { ["@type"] = "Person", ["name"] = comment.AuthorName },
        ["datePublished"] = comment.PostedAt is { } at ? Instant(at) : null,
    });

    private static JsonObject Publisher(SitePage page) => Said(new JsonObject
    {
        ["@type"] = "NewsMediaOrganization",
        ["@id"] = $"{page.BaseUrl}/#organization",
        ["name"] = page.Site.Name,
        ["url"] = $"{page.BaseUrl}/",
        ["logo"] = page.Site.Logo is { } logo ? new JsonObject { ["@type"] = "ImageObject", ["url"] = page.BaseUrl + PictureSizes.Path(logo.File, PictureSizes.Widths[0]) } : null,
        ["publishingPrinciples"] = $"{page.BaseUrl}/about",
        ["correctionsPolicy"] = $"{page.BaseUrl}/corrections",
    });

    private static JsonObject Breadcrumbs(ArticlePrint print)
    {
        var (page, card) = (print.Page, print.Card);
        (string Name, string Path)[] steps =
        [
            (page.Site.Name, page.FrontPage(page.Language)),
            (card.SectionName.For(page.Language) ?? card.SectionSlug, page.Link($"/sections/{card.SectionSlug}")),
            (card.Headline, card.Address.ToString()),
        ];
        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. steps.Select((step, i) => new JsonObject { ["@type"] = "ListItem", ["position"] = i + 1, ["name"] = step.Name, ["item"] = page.BaseUrl + step.Path })]),
        };
    }

    private static string IdOf(CreditLine credit, SitePage page) => $"{page.BaseUrl}/contributors/{credit.Slug}#{(credit.IsOrganisation ? "organization" : "person")}";

    private static JsonObject Reference(string id) => new() { ["@id"] = id };

    private static string Instant(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Plain(SafeHtml html) => TypedText.Line(new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}").Body!.TextContent);

    /// <summary>Several things; nothing where there are none.</summary>
    private static JsonArray? Many(IEnumerable<JsonNode?> nodes) => new JsonArray([.. nodes.Where(n => n is not null)]) is { Count: > 0 } some ? some : null;

    /// <summary>Leaves out what is not known.</summary>
    private static JsonObject Said(JsonObject node)
    {
        foreach (var unsaid in node.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            node.Remove(unsaid);
        }

        return node;
    }
}
