using System.Globalization;
using System.Text;
using System.Xml;
using NewsSite.Media;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Metadata;

/// <summary>A page of a sitemap.</summary>
/// <param name="Path">Its path.</param>
/// <param name="ModifiedAt">When it last changed; UTC. Null where nobody can say.</param>
public sealed record SitemapPage(string Path, DateTime? ModifiedAt = null)
{
    /// <summary>Its language versions, itself among them; empty where there is one.</summary>
    public IReadOnlyList<(string Language, string Path)> Versions { get; init; } = [];

    /// <summary>The stem of its picture's files.</summary>
    public string? Picture { get; init; }
}

/// <summary>An article of the last two days.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Language">Its language.</param>
/// <param name="Title">Its headline.</param>
/// <param name="PublishedAt">When it appeared here; UTC.</param>
public sealed record NewsItem(string Path, string Language, string Title, DateTime PublishedAt);

/// <summary>Writes sitemaps: the protocol of sitemaps.org 0.9, with the languages and pictures search engines added to it, and the news sitemap of Google.</summary>
public static class Sitemap
{
    /// <summary>The most addresses of one file.</summary>
    public const int MaxPages = 50_000;

    /// <summary>The most articles of the news sitemap.</summary>
    public const int MaxNews = 1_000;

    /// <summary>How long an article is news.</summary>
    public static readonly TimeSpan News = TimeSpan.FromDays(2);

    private const string Maps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private const string Image = "http://www.google.com/schemas/sitemap-image/1.1";
    private const string NewsMaps = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>Writes the index.</summary>
    /// <param name="site">The site's address, without a trailing slash.</param>
    /// <param name="files">The sitemaps.</param>
    public static byte[] Index(string site, IEnumerable<SitemapPage> files) => Write("sitemapindex", [], xml =>
    {
        foreach (var file in files)
        {
            xml.WriteStartElement("sitemap", Maps);
            xml.WriteElementString("loc", Maps, site + file.Path);
            Changed(xml, file.ModifiedAt);
            xml.WriteEndElement();
        }
    });

    /// <summary>Writes a sitemap.</summary>
    /// <param name="site">The site's address, without a trailing slash.</param>
    /// <param name="pages">Its pages.</param>
    public static byte[] Pages(string site, IEnumerable<SitemapPage> pages) => Write("urlset", [("xhtml", Xhtml), ("image", Image)], xml =>
    {
        foreach (var page in pages)
        {
            xml.WriteStartElement("url", Maps);
            xml.WriteElementString("loc", Maps, site + page.Path);
            Changed(xml, page.ModifiedAt);
            foreach (var (language, path) in page.Versions)
            {
                xml.WriteStartElement("xhtml", "link", Xhtml);
                xml.WriteAttributeString("rel", "alternate");
                xml.WriteAttributeString("hreflang", language);
                xml.WriteAttributeString("href", site + path);
                xml.WriteEndElement();
            }

            if (page.Picture is { } picture)
            {
                xml.WriteStartElement("image", "image", Image);
                xml.WriteElementString("image", "loc", Image, site + PictureSizes.JpegPath(picture));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    });

    /// <summary>Writes the news sitemap.</summary>
    /// <param name="site">The site's address, without a trailing slash.</param>
    /// <param name="publication">What the publication is called.</param>
    /// <param name="items">Its articles, newest first.</param>
    public static byte[] NewsOf(string site, string publication, IEnumerable<NewsItem> items) => Write("urlset", [("news", NewsMaps)], xml =>
    {
        foreach (var item in items)
        {
            xml.WriteStartElement("url", Maps);
            xml.WriteElementString("loc", Maps, site + item.Path);
            xml.WriteStartElement("news", "news", NewsMaps);
            xml.WriteStartElement("news", "publication", NewsMaps);
            xml.WriteElementString("news", "name", NewsMaps, FeedText.Line(publication));
            xml.WriteElementString("news", "language", NewsMaps, NewsLanguage(item.Language));
            xml.WriteEndElement();
            xml.WriteElementString("news", "publication_date", NewsMaps, Instant(item.PublishedAt));
            xml.WriteElementString("news", "title", NewsMaps, FeedText.Line(item.Title));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    });

    /// <summary>Google wants ISO 639, two or three letters, and for Chinese the country its script goes with.</summary>
    public static string NewsLanguage(string language) => language switch
    {
        _ when language.StartsWith("zh-Hant", StringComparison.Ordinal) || language is "zh-TW" or "zh-HK" => "zh-tw",
        _ when language.Split('-')[0] == "zh" => "zh-cn",
        _ => language.Split('-')[0],
    };

    private static void Changed(XmlWriter xml, DateTime? at)
    {
        if (at is { } instant)
        {
            xml.WriteElementString("lastmod", Maps, Instant(instant));
        }
    }

    private static string Instant(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static byte[] Write(string root, (string Prefix, string Space)[] spaces, Action<XmlWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement(root, Maps);
            foreach (var (prefix, space) in spaces)
            {
                xml.WriteAttributeString("xmlns", prefix, null, space);
            }

            content(xml);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }
}
