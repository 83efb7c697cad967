using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NewsSite.Web.Feeds;

/// <summary>What Atom and RSS are both written with.</summary>
internal static class FeedXml
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    public static readonly XNamespace Slash = "http://purl.org/rss/1.0/modules/slash/";
    public static readonly XNamespace Thread = "http://purl.org/syndication/thread/1.0";
    public static readonly XNamespace CommentApi = "http://wellformedweb.org/CommentAPI/";

    /// <summary>Writes a feed down.</summary>
    public static byte[] Write(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CheckCharacters = true }))
        {
            write(writer);
        }

        return buffer.ToArray();
    }

    /// <summary>Gives a namespace its prefix once for the whole feed, instead of one at every element.</summary>
    public static void Declare(this SyndicationFeed feed, string prefix, XNamespace name) => feed.AttributeExtensions[new XmlQualifiedName(prefix, XNamespace.Xmlns.NamespaceName)] = name.NamespaceName;

    /// <summary>Adds an element of another vocabulary.</summary>
    public static void Add(this SyndicationElementExtensionCollection extensions, XElement element)
    {
        using var reader = element.CreateReader();
        extensions.Add(reader);
    }

    /// <summary>Says what an entry answers (RFC 4685), in either format.</summary>
    public static void AddParent(this SyndicationElementExtensionCollection extensions, FeedParent parent) => extensions.Add(new XElement(
        Thread + "in-reply-to", new XAttribute("ref", parent.Id), new XAttribute("href", parent.Address.AbsoluteUri), new XAttribute("type", "text/html")));

    /// <summary>A number as machines read it.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>An instant of ours.</summary>
    public static DateTimeOffset Instant(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
