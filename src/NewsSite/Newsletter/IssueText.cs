using NewsSite.Email;

namespace NewsSite.Newsletter;

/// <summary>
/// What one issue says to all who chose the same. Kept once, however many get it; what differs from one to the next, the key in its links, is put in when a mail is sent.
/// </summary>
public sealed class IssueText
{
    /// <summary>Stands where a subscriber's key belongs: private-use characters, which no headline has.</summary>
    public const string KeyMark = "\uE000key\uE000";

    private IssueText(int issueId, string choices, string subject)
    {
        IssueId = issueId;
        Choices = choices;
        Subject = subject;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The issue.</summary>
    public int IssueId { get; private set; }

    /// <summary>The issue.</summary>
    public Issue Issue { get; private set; } = null!;

    /// <summary>For whom; see <see cref="NewsletterChoices.Key"/>. One text of each in an issue.</summary>
    public string Choices { get; private set; }

    /// <summary>The subject.</summary>
    public string Subject { get; private set; }

    /// <summary>The plain text, with marks.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The same as HTML.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The address of the one-click unsubscription, with a mark.</summary>
    public string UnsubscribeUrl { get; private set; } = "";

    /// <summary>Keeps a mail as the text of an issue.</summary>
    public static IssueText Of(Issue issue, NewsletterChoices choices, OutboxMail written) =>
        new(issue.Id, choices.Key, written.Subject) { Text = written.Text, Html = written.Html, UnsubscribeUrl = written.UnsubscribeUrl ?? "" };

    /// <summary>One subscriber's copy.</summary>
    public PersonalCopy For(Subscriber subscriber) => new(Fill(Text, subscriber), Fill(Html, subscriber), Fill(UnsubscribeUrl, subscriber), subscriber.ReturnTag);

    private static string Fill(string text, Subscriber subscriber) => text.Replace(KeyMark, subscriber.Key, StringComparison.Ordinal);
}
