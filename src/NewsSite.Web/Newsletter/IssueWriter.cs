using NewsSite.Email;
using NewsSite.Newsletter;
using NewsSite.Web.Email;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;
using NewsSite.Web.Sharing;

namespace NewsSite.Web.Newsletter;

/// <summary>
/// Puts an issue into words: of every piece its headline, who wrote, translated and first published it, and the sentence under it. Addresses are the pieces' own: nothing
/// is rewritten, nothing is loaded, nobody is counted.
/// </summary>
public sealed class IssueWriter(MailWriter writer, SiteLinks links, SiteSettings site)
{
    /// <summary>Writes the text of an issue, with <see cref="IssueText.KeyMark"/> where a subscriber's key belongs.</summary>
    public OutboxMail Write(Issue issue, NewsletterChoices choices, IssueContent content) => Write(issue, choices, content, "");

    /// <summary>Writes an issue for the desk to look at: its links to change and end it lead to the form.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="choices">For whom.</param>
    /// <param name="content">What it tells.</param>
    /// <param name="recipient">Whom it is mailed to as a test; null where it is only shown.</param>
    public OutboxMail WriteSample(Issue issue, NewsletterChoices choices, IssueContent content, string? recipient)
    {
        var mail = Write(issue, choices, content, recipient ?? "");
        var subject = recipient is null ? mail.Subject : writer.WordsFor(choices.Language).Format("Newsletter.TestSubject", mail.Subject);
        return new OutboxMail(
            MailKind.Newsletter, mail.Recipient, subject, mail.Text.Replace(IssueText.KeyMark, "", StringComparison.Ordinal), mail.Html.Replace(IssueText.KeyMark, "", StringComparison.Ordinal), issue.At);
    }

    private OutboxMail Write(Issue issue, NewsletterChoices choices, IssueContent content, string recipient)
    {
        var words = writer.WordsFor(choices.Language);
        var mail = writer.Write(MailKind.Newsletter, recipient, choices.Language, Subject(content, words), [.. Parts(issue, choices, content, words)], words["Newsletter.Why"], issue.At);
        mail.UnsubscribeUrl = links.To($"/mail/newsletter/end?key={IssueText.KeyMark}");
        return mail;
    }

    private string Subject(IssueContent content, Words words) => words.Format("Newsletter.Subject", site.Name, content.Groups[0].Pieces[0].Card.Headline);

    private IEnumerable<MailPart> Parts(Issue issue, NewsletterChoices choices, IssueContent content, Words words)
    {
        yield return new MailPart.Lead(words.Format($"Newsletter.IssueLead.{issue.Rhythm}", site.Name), words.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(issue.At, site.Zone))));
        foreach (var group in content.Groups)
        {
            if (content.Groups.Count > 1)
            {
                yield return new MailPart.Heading(Words.OwnName(group.Language), group.Language);
            }

            foreach (var piece in group.Pieces)
            {
                yield return Piece(piece);
            }
        }

        if (content.Untold > 0)
        {
            yield return new MailPart.Action(words.Format("Newsletter.Untold", words.Number(content.Untold)), links.To(choices.Languages[0] == site.DefaultLanguage ? "/" : $"/{choices.Languages[0]}"));
        }

        yield return new MailPart.Footer(words["Newsletter.Change"], links.To(writer.In(words.Language, $"/mail/newsletter/choices?key={IssueText.KeyMark}")));
        yield return new MailPart.Footer(words["Newsletter.End"], links.To(writer.In(words.Language, $"/mail/newsletter/end?key={IssueText.KeyMark}")));
    }

    private MailPart.Piece Piece(IssuePiece piece)
    {
        var card = piece.Card;
        var words = writer.WordsFor(card.Language);
        return new MailPart.Piece(
            card.SectionName.For(card.Language) ?? "",
            card.Headline,
            links.To(card.Address.ToString()),
            TextRuns.Of(card.Byline, path => links.To(writer.In(words.Language, path)), words),
            card.Standfirst,
            card.Language,
            [.. piece.Also.Select(a => new MailLink(words.Format("Newsletter.Also", words.LanguageName(a.Language)), links.To(a.Address.ToString())))]);
    }
}
