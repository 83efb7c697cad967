using System.Globalization;
using NewsSite.Desk;
using NewsSite.Email;
using NewsSite.Text;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Email;

/// <summary>Tells whoever made a preview link what was answered. The words are a stranger's: no link in them stays one.</summary>
internal sealed class PreviewMail(MailWriter writer, SiteLinks links, SiteSettings site)
{
    private const int Excerpt = 1_000;

    public OutboxMail Write(PreviewNews news)
    {
        var words = Words.In(site.ChromeFor(news.Language));
        var answer = news.Answer;
        var parts = new List<MailPart> { new MailPart.Paragraph(words.Format($"PreviewMail.{answer.Kind}", Plain(answer.Name), news.Headline, words.Number(answer.Revision))) };
        if (answer.Text is { } text)
        {
            parts.Add(new MailPart.Quote(Plain(text), news.Language));
        }

        parts.Add(new MailPart.Action(words["PreviewMail.Action"], links.To(writer.In(words.Language, string.Create(CultureInfo.InvariantCulture, $"/desk/articles/{news.ArticleId}/preview-links")))));
        return writer.Write(MailKind.Preview, news.Recipient, news.Language, words.Format($"PreviewMail.{answer.Kind}.Subject", news.Headline), parts, words["PreviewMail.Why"], answer.At);

        string Plain(string typed) => CommentMarkup.Render(typed) is { Refusal: null } rendered ? PlainQuote.Of(rendered.Html, words["PreviewMail.Link"], Excerpt) : "…";
    }
}
