using NewsSite.Email;
using NewsSite.Moderation;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Email;

/// <summary>Tells a writer what a moderator decided about their comment.</summary>
internal sealed class DecisionMail(MailWriter writer, SiteLinks links, SiteSettings site)
{
    /// <summary>So much of the comment is quoted where it stands on the site; a refused text comes back whole, for it stands nowhere else.</summary>
    private const int Excerpt = 300;

    public OutboxMail Write(DecisionNews news)
    {
        var words = Words.In(site.ChromeFor(news.Language));
        var kind = $"{(news.IsAboutEdit ? "Edit" : "Comment")}{news.Action}";
        var parts = new List<MailPart>
        {
            new MailPart.Paragraph(words.Format("DecisionGreeting", news.Name)),
            new MailPart.Paragraph(words.Format($"Decision.{(news.Action == ModerationAction.Undone && !news.IsAboutEdit ? $"{kind}{(news.IsVisible ? "Visible" : "Waits")}" : kind)}", news.Headline)),
        };
        if (news.PublicReason is { } reason)
        {
            parts.Add(new MailPart.Paragraph(words.Format("DecisionReason", reason)));
        }

        var whole = news.Action is ModerationAction.Rejected or ModerationAction.Removed;
        parts.Add(new MailPart.Quote(whole || news.Text.Length <= Excerpt ? news.Text : $"{news.Text[..Excerpt]}…", news.TextLanguage));
        parts.Add(new MailPart.Action(words["DecisionOpen"], links.To($"/comments/{news.CommentId}")));
        if (whole)
        {
            parts.Add(new MailPart.Paragraph(words["DecisionAppeal"]));
        }

        return writer.Write(MailKind.Decision, news.Recipient, news.Language, words.Format($"DecisionSubject.{(whole ? "No" : news.IsVisible ? "Yes" : "Again")}", news.Headline), parts, words["DecisionWhy"], news.At);
    }
}
