using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using NewsSite.Credits;

namespace NewsSite.Web.Feeds;

/// <summary>Writes a feed as RSS 2.0. Its own author is a mail address, so people are named in the Dublin Core: each author a creator, everybody else a contributor.</summary>
internal static class RssFeed
{
    public static byte[] Write(Feed feed)
    {
        var rss = new SyndicationFeed(feed.Title, feed.Description, feed.Home, feed.Id, FeedXml.Instant(feed.Updated))
        {
            Language = feed.Language,
            Items = feed.Entries.Select(Item),
        };
        rss.Declare("atom", FeedXml.Atom);
        rss.Declare("content", FeedXml.Content);
        rss.Declare("dc", FeedXml.DublinCore);
        rss.Declare("media", FeedXml.Media);
        rss.Declare("slash", FeedXml.Slash);
        rss.Declare("thr", FeedXml.Thread);
        rss.Declare("wfw", FeedXml.CommentApi);
        rss.ElementExtensions.Add(Link("self", feed.Self, FeedFormat.Rss.MediaType));
        if (feed.Hub is { } hub)
        {
            rss.ElementExtensions.Add(Link("hub", hub, null));
        }

        return FeedXml.Write(new Rss20FeedFormatter(rss, serializeExtensionsAsAtom: false).WriteTo);
    }

    private static SyndicationItem Item(FeedEntry entry)
    {
        var item = new SyndicationItem { Id = entry.Id, Title = new TextSyndicationContent(entry.Title) };
        item.Links.Add(SyndicationLink.CreateAlternateLink(entry.Address));
        if (entry.Published is { } published)
        {
            item.PublishDate = FeedXml.Instant(published);
        }

        // Before the text: those that know no content:encoded show this. It is read as HTML, so plain text is written as such.
        item.Summary = new TextSyndicationContent(FeedText.AsHtml(entry.Summary.Length > 0 ? entry.Summary : entry.Title));
        foreach (var category in entry.Categories)
        {
            item.Categories.Add(new SyndicationCategory(category.Name, category.Scheme.AbsoluteUri, null));
        }

        if (entry.Picture is { Length: { } length } picture)
        {
            item.Links.Add(SyndicationLink.CreateMediaEnclosureLink(picture.Address, FeedPicture.MediaType, length));
        }

        foreach (var element in Elements(entry))
        {
            item.ElementExtensions.Add(element);
        }

        if (entry.InReplyTo is { } parent)
        {
            item.ElementExtensions.AddParent(parent);
        }

        return item;
    }

    private static IEnumerable<XElement> Elements(FeedEntry entry)
    {
        foreach (var author in entry.Authors)
        {
            yield return new XElement(FeedXml.DublinCore + "creator", author.Name);
        }

        foreach (var contributor in entry.Contributors)
        {
            yield return new XElement(FeedXml.DublinCore + "contributor", contributor.Name);
        }

        yield return new XElement(FeedXml.DublinCore + "language", entry.Language);
        yield return new XElement(FeedXml.Content + "encoded", entry.Html);
        yield return new XElement(FeedXml.Atom + "updated", XmlConvert.ToString(FeedXml.Instant(entry.Updated)));
        if (entry.Original is { } original)
        {
            // Not <source>: that wants the address of a feed the entry was copied from.
            yield return Link("via", original.Address, null);
            yield return new XElement(FeedXml.DublinCore + "source", original.Address.AbsoluteUri);
        }

        if (entry.Picture is { } picture)
        {
            yield return new XElement(
                FeedXml.Media + "content",
                new XAttribute("url", picture.Address.AbsoluteUri), new XAttribute("type", FeedPicture.MediaType), new XAttribute("medium", "image"),
                picture.Alt.Length == 0 ? null : new XElement(FeedXml.Media + "description", picture.Alt),
                picture.Credit.Length == 0 ? null : new XElement(FeedXml.Media + "credit", new XAttribute("role", picture.Role == CreditRole.Illustrator ? "illustrator" : "photographer"), new XAttribute("scheme", "urn:ebu"), picture.Credit),
                picture.Licence is null ? null : new XElement(FeedXml.Media + "license", new XAttribute("type", "text/html"), picture.LicenceAddress is { } terms ? new XAttribute("href", terms) : null, picture.Licence));
        }

        if (entry.Replies is { } replies)
        {
            yield return new XElement("comments", replies.Page.AbsoluteUri);
            yield return new XElement(FeedXml.CommentApi + "commentRss", replies.FeedIn(FeedFormat.Rss).AbsoluteUri);
            yield return new XElement(FeedXml.Slash + "comments", replies.Count);
        }
    }

    private static XElement Link(string relation, Uri address, string? type) => new(
        FeedXml.Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address.AbsoluteUri), type is null ? null : new XAttribute("type", type));
}
