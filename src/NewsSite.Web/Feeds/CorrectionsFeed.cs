using System.Net;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using NewsSite.Text;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Feeds;

/// <summary>The corrections for feed readers. An entry's id is the note's place on the page of corrections, which no new slug moves.</summary>
internal static class CorrectionsFeed
{
    /// <summary>The media type of Atom, RFC 4287.</summary>
    public const string AtomType = "application/atom+xml";

    /// <summary>The media type feed readers know RSS 2.0 by.</summary>
    public const string RssType = "application/rss+xml";

    /// <summary>Writes the feed.</summary>
    /// <param name="notes">The notes, newest first.</param>
    /// <param name="page">The page that answers; its language and base address are the feed's.</param>
    /// <param name="isAtom">Atom; else RSS.</param>
    public static byte[] Write(IReadOnlyList<CorrectionNote> notes, SitePage page, bool isAtom)
    {
        var home = new Uri($"{page.BaseUrl}{page.Link("/corrections")}");
        var self = new Uri($"{page.BaseUrl}{page.Link($"/corrections/feed.{(isAtom ? "atom" : "rss")}")}");
        var feed = new SyndicationFeed($"{page.Site.Name}: {page.Words["Corrections"]}", page.Words["CorrectionsIntro"], home, home.AbsoluteUri, notes.Count > 0 ? Instant(notes[0].NotedAt) : DateTimeOffset.UnixEpoch)
        {
            Language = page.Language,
            Items = notes.Select(note => Entry(note, page)),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(self, isAtom ? AtomType : RssType));
        feed.Authors.Add(new SyndicationPerson { Name = page.Site.Name });
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CheckCharacters = true }))
        {
            if (isAtom)
            {
                feed.SaveAsAtom10(writer);
            }
            else
            {
                feed.SaveAsRss20(writer);
            }
        }

        return buffer.ToArray();
    }

    private static SyndicationItem Entry(CorrectionNote note, SitePage page)
    {
        var item = new SyndicationItem(
            $"{page.Words[$"CorrectionNote.{note.Kind}"]}: {note.Headline}",
            SyndicationContent.CreateHtmlContent(Html(note)),
            new Uri($"{page.BaseUrl}{note.Address}#corrections"),
            $"{page.BaseUrl}/corrections#note-{note.Id}",
            Instant(note.NotedAt))
        {
            PublishDate = Instant(note.NotedAt),
        };
        return item;
    }

    private static string Html(CorrectionNote note)
    {
        var html = new StringBuilder($"<div lang=\"{note.Language}\" dir=\"{LanguageTag.Direction(note.Language)}\"><p>").Append(WebUtility.HtmlEncode(note.Text)).Append("</p>");
        foreach (var change in note.Changes)
        {
            html.Append("<p>");
            foreach (var piece in change.Pieces)
            {
                var tag = piece.Kind switch { DiffKind.Added => "ins", DiffKind.Removed => "del", _ => null };
                html.Append(tag is null ? "" : $"<{tag}>").Append(WebUtility.HtmlEncode(piece.Text)).Append(tag is null ? "" : $"</{tag}>");
            }

            html.Append("</p>");
        }

        return html.Append("</div>").ToString();
    }

    private static DateTimeOffset Instant(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
