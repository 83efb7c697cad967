using NewsSite.Email;
using NewsSite.Newsletter;
using NewsSite.Web.Email;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Newsletter;

/// <summary>Asks whoever reads mail at an address whether they want the newsletter.</summary>
public sealed class SubscriptionMail(MailWriter writer, SiteLinks links, SiteSettings site)
{
    /// <summary>Writes the mail.</summary>
    /// <param name="email">The address.</param>
    /// <param name="choices">What was asked for.</param>
    /// <param name="token">The link's secret.</param>
    /// <param name="sections">The sections there are.</param>
    /// <param name="now">When; UTC.</param>
    public OutboxMail Write(string email, NewsletterChoices choices, string token, IReadOnlyList<OfferedSection> sections, DateTime now)
    {
        var words = writer.WordsFor(choices.Language);
        return writer.Write(
            MailKind.Newsletter, email, choices.Language, words.Format("Newsletter.AskSubject", site.Name),
            [
                new MailPart.Paragraph(words.Format("Newsletter.AskText", site.Name, What(choices, sections, words), words[$"IssueRhythm.{choices.Rhythm}"])),
                new MailPart.Action(words["Newsletter.AskAction"], links.To(writer.In(words.Language, $"/mail/newsletter/confirm?token={token}"))),
            ],
            words["Newsletter.AskWhy"], now);
    }

    /// <summary>What somebody chose, in words: languages and sections.</summary>
    public static string What(NewsletterChoices choices, IReadOnlyList<OfferedSection> sections, Words words)
    {
        var named = sections.Where(s => choices.Sections.Contains(s.Id)).Select(s => s.Name.For(words.Language)).OfType<string>().ToList();
        var comma = words.Language == "ar" ? "، " : ", ";
        return $"{string.Join(comma, choices.Languages.Select(words.LanguageName))}{comma}{(named.Count == 0 ? words["Newsletter.AllSections"] : string.Join(comma, named))}";
    }
}
