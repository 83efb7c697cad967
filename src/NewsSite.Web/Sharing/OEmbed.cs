using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Xml.Linq;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Media;
using NewsSite.Text;
using NewsSite.Web.Feeds;
using NewsSite.Web.Pages;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Sharing;

/// <summary>
/// What other sites are told of a piece whose address they ask about (oEmbed 1.0). A quotation with headline, standfirst and byline, and no script: where markup is not let
/// through, what is left is still a link with everybody's name.
/// </summary>
internal static class OEmbed
{
    /// <summary>The width asked for where the other site says nothing, in pixels.</summary>
    private const int Width = 600;

    /// <summary>The height the quotation takes at that width, in pixels.</summary>
    private const int Height = 260;

    /// <summary>In less than this nothing can be read; then it is a link and no more.</summary>
    private const int LeastWidth = 200;

    private const int LeastHeight = 120;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The address at which a page tells programs to ask about itself.</summary>
    public static string Discovery(string site, string address, string format) => $"{site}/oembed?url={Uri.EscapeDataString(address)}&format={format}";

    /// <summary>What is told, in order; a null is left out.</summary>
    /// <param name="page">The page that answers.</param>
    /// <param name="card">The piece.</param>
    /// <param name="maxWidth">The room there is, in pixels; null for any.</param>
    /// <param name="maxHeight">The room there is, in pixels; null for any.</param>
    public static IReadOnlyList<(string Name, object? Value)> Of(SitePage page, ArticleCard card, int? maxWidth, int? maxHeight)
    {
        var words = Words.In(page.Site.ChromeFor(card.Language));
        var writers = CreditLine.Writers(card.Credits);
        var isRich = (maxWidth ?? Width) >= LeastWidth && (maxHeight ?? Height) >= LeastHeight;
        var thumbnail = Thumbnail(page, card, maxWidth, maxHeight);
        return
        [
            ("type", isRich ? "rich" : "link"),
            ("version", "1.0"),
            ("title", card.Headline),
            ("author_name", writers.Count == 0 ? null : TextRuns.Names([.. writers.Select(w => w.NameIn(card.Language))], words)),
            ("author_url", writers.Count == 1 ? page.BaseUrl + page.Link($"/contributors/{writers[0].Slug}") : null),
            ("provider_name", page.Site.Name),
            ("provider_url", $"{page.BaseUrl}/"),
            ("thumbnail_url", thumbnail?.Address),
            ("thumbnail_width", thumbnail?.Width),
            ("thumbnail_height", thumbnail?.Height),
            ("html", isRich ? Html(page, card, words) : null),
            ("width", isRich ? Math.Min(maxWidth ?? Width, Width) : null),
            ("height", isRich ? Math.Min(maxHeight ?? Height, Height) : null),
        ];
    }

    /// <summary>As JSON.</summary>
    public static string ToJson(IEnumerable<(string Name, object? Value)> told) =>
        new JsonObject(told.Where(t => t.Value is not null).Select(t => KeyValuePair.Create(t.Name, (JsonNode?)(t.Value is int number ? JsonValue.Create(number) : JsonValue.Create((string)t.Value!))))).ToJsonString(Json);

    /// <summary>As XML.</summary>
    public static byte[] ToXml(IEnumerable<(string Name, object? Value)> told)
    {
        var document = new XDocument(new XElement("oembed", told.Where(t => t.Value is not null)
            .Select(t => new XElement(t.Name, t.Value is int number ? number.ToString(CultureInfo.InvariantCulture) : FeedText.Clean((string)t.Value!)))));
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true))
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }

    private static string Html(SitePage page, ArticleCard card, Words words)
    {
        var address = FeedText.AsHtml(page.BaseUrl + card.Address);
        var standfirst = card.Standfirst.Length == 0 ? "" : $"<p>{FeedText.AsHtml(card.Standfirst)}</p>";
        var byline = TextRuns.Html(TextRuns.Of(card.Byline, page.WholeLink, words));
        return $"<blockquote cite=\"{address}\" lang=\"{card.Language}\" dir=\"{LanguageTag.Direction(card.Language)}\"><p><a href=\"{address}\">{FeedText.AsHtml(card.Headline)}</a></p>{standfirst}"
            + $"{(byline.Length == 0 ? "" : $"<p>{byline}</p>")}<p><a href=\"{FeedText.AsHtml(page.BaseUrl)}/\">{FeedText.AsHtml(page.Site.Name)}</a>, {FeedText.AsHtml(words.Date(card.Day))}</p></blockquote>";
    }

    /// <summary>The largest size there is room for; null where there is none.</summary>
    private static (string Address, int Width, int Height)? Thumbnail(SitePage page, ArticleCard card, int? maxWidth, int? maxHeight)
    {
        if (card is not { PictureFile: { } file, PictureWidth: int width and > 0, PictureHeight: int height and > 0 })
        {
            return null;
        }

        return PictureSizes.Kept(width).Where(kept => kept <= PictureSizes.Widths[1]).Reverse()
            .Select(kept => (Address: page.BaseUrl + PictureSizes.Path(file, kept), Width: Math.Min(kept, width)))
            .Select(t => ((string, int, int)?)(t.Address, t.Width, (int)Math.Round((double)height * t.Width / width)))
            .FirstOrDefault(t => t!.Value.Item2 <= (maxWidth ?? int.MaxValue) && t.Value.Item3 <= (maxHeight ?? int.MaxValue));
    }
}
