using NewsSite.Desk;
using NewsSite.Email;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Email;

/// <summary>Tells those credited with a piece that readers have it.</summary>
internal sealed class PublicationMail(MailWriter writer, SiteLinks links, SiteSettings site)
{
    public OutboxMail Write(PublicationNews news)
    {
        var words = Words.In(site.ChromeFor(news.Language));
        return writer.Write(
            MailKind.Publication,
            news.Recipient,
            news.Language,
            words.Format("Publication.Subject", news.Headline),
            [new MailPart.Paragraph(words.Format("Publication.Text", news.Name, news.Headline, site.Name)), new MailPart.Action(words["Publication.Action"], links.To(news.Path))],
            words["Publication.Why"],
            news.At);
    }
}
