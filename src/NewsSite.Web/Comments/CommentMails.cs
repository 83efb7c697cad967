using System.Globalization;
using NewsSite.Comments;
using NewsSite.Email;
using NewsSite.Web.Email;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Comments;

/// <summary>The mails that posting causes.</summary>
public sealed class CommentMails(MailWriter writer, SiteLinks links, SiteSettings site)
{
    /// <summary>Asks a guest to confirm the address, and with it the comment.</summary>
    public OutboxMail Confirm(GuestComment comment)
    {
        var words = Words.In(site.ChromeFor(comment.Language));
        return writer.Write(
            MailKind.Confirm,
            comment.Email,
            comment.Language,
            words.Format("GuestMailSubject", site.Name),
            [
                new MailPart.Paragraph(words.Format("GuestMailText", comment.Name, comment.Headline)),
                new MailPart.Quote(comment.Text, comment.Language),
                new MailPart.Action(words["GuestMailAction"], links.To(string.Create(CultureInfo.InvariantCulture, $"/comments/{comment.CommentId}/confirm?token={comment.Token}"))),
                new MailPart.Paragraph(words["GuestMailIgnore"]),
            ],
            words["GuestMailWhy"],
            comment.At);
    }
}
