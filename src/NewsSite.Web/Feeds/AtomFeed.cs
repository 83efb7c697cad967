using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace NewsSite.Web.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287), with its threads (RFC 4685).</summary>
internal static class AtomFeed
{
    private static readonly XmlQualifiedName EntryLanguage = new("lang", XNamespace.Xml.NamespaceName);

    public static byte[] Write(Feed feed)
    {
        var atom = new SyndicationFeed(feed.Title, feed.Description, feed.Home, feed.Id, FeedXml.Instant(feed.Updated))
        {
            Language = feed.Language,
            Items = feed.Entries.Select(Item),
        };
        atom.Declare("thr", FeedXml.Thread);
        atom.Links.Add(SyndicationLink.CreateSelfLink(feed.Self, FeedFormat.Atom.MediaType));
        if (feed.Hub is { } hub)
        {
            atom.Links.Add(new SyndicationLink(hub) { RelationshipType = "hub" });
        }

        atom.Authors.Add(Person(feed.Publisher));
        return FeedXml.Write(atom.SaveAsAtom10);
    }

    private static SyndicationItem Item(FeedEntry entry)
    {
        var item = new SyndicationItem(entry.Title, SyndicationContent.CreateHtmlContent(entry.Html), entry.Address, entry.Id, FeedXml.Instant(entry.Updated));
        item.AttributeExtensions[EntryLanguage] = entry.Language;
        item.Links[0].MediaType = "text/html";
        if (entry.Published is { } published)
        {
            item.PublishDate = FeedXml.Instant(published);
        }

        if (entry.Summary.Length > 0)
        {
            item.Summary = new TextSyndicationContent(entry.Summary);
        }

        foreach (var author in entry.Authors)
        {
            item.Authors.Add(Person(author));
        }

        foreach (var contributor in entry.Contributors)
        {
            item.Contributors.Add(Person(contributor));
        }

        foreach (var category in entry.Categories)
        {
            item.Categories.Add(new SyndicationCategory(category.Slug, category.Scheme.AbsoluteUri, category.Name));
        }

        AddLinks(item, entry);
        return item;
    }

    private static void AddLinks(SyndicationItem item, FeedEntry entry)
    {
        if (entry.Original is { } original)
        {
            var via = new SyndicationLink(original.Address) { RelationshipType = "via", Title = original.Title ?? original.Publication };
            if (original.Language is not null)
            {
                via.AttributeExtensions[new XmlQualifiedName("hreflang")] = original.Language;
            }

            item.Links.Add(via);
        }

        if (entry.Picture is { } picture)
        {
            item.Links.Add(SyndicationLink.CreateMediaEnclosureLink(picture.Address, FeedPicture.MediaType, picture.Length ?? 0));
        }

        if (entry.Replies is { } replies)
        {
            var link = new SyndicationLink(replies.FeedIn(FeedFormat.Atom)) { RelationshipType = "replies", MediaType = FeedFormat.Atom.MediaType };
            link.AttributeExtensions[new XmlQualifiedName("count", FeedXml.Thread.NamespaceName)] = FeedXml.Number(replies.Count);
            item.Links.Add(link);
            item.ElementExtensions.Add(new XElement(FeedXml.Thread + "total", replies.Count));
        }

        if (entry.InReplyTo is { } parent)
        {
            item.ElementExtensions.AddParent(parent);
        }
    }

    private static SyndicationPerson Person(FeedPerson person) => new(null, person.Name, person.Page?.AbsoluteUri);
}
