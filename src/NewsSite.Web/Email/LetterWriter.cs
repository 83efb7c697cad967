using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsSite.Comments;
using NewsSite.Email;
using NewsSite.Text;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Email;

/// <summary>
/// Puts a letter about conversations into words: who answered whom under which piece and what they said, as text; why it came; and how to have less of it. Its
/// <c>Message-ID</c> is made from the comment and the recipient, so that a later mail can name those before it without anybody having kept them.
/// </summary>
public sealed class LetterWriter(MailWriter writer, SiteLinks links, MailSettings settings)
{
    private const int QuoteAlone = Comment.MaxLength;
    private const int QuoteAmongOthers = 1_500;
    private const int QuoteInDigest = 600;

    /// <summary>Writes it.</summary>
    public OutboxMail Write(Letter letter)
    {
        var words = writer.WordsFor(letter.Language);
        var kind = letter.Comments.Any(c => c.Reason == FollowReason.Answers) ? MailKind.Reply : MailKind.Followed;
        var mail = writer.Write(kind, letter.Address, letter.Language, Subject(letter, kind, words), [.. Parts(letter, words)], Why(letter, words), letter.At);
        var last = letter.Comments.Last();
        mail.CommentId = letter.Comments.Count() == 1 ? last.Id : null;
        mail.MessageId = letter.Threads.Count == 1 ? MessageId(last.Id, letter.Address) : "digest-" + MessageId(last.Id, letter.Address);
        mail.UnsubscribeUrl = Unsubscribe(letter, words);
        // What the mail itself tells of it does not follow.
        var told = letter.Comments.Select(c => c.Id).ToHashSet();
        var before = letter.Ancestors.Where(a => !told.Contains(a)).Select(a => MessageId(a, letter.Address)).ToList();
        if (before.Count > 0)
        {
            mail.InReplyTo = before[0];
            mail.References = string.Join(' ', before.AsEnumerable().Reverse());
        }

        return mail;
    }

    // Gmail and others thread only what also has the same subject, so it names the piece and not the writer.
    private static string Subject(Letter letter, MailKind kind, Words words) =>
        letter.Threads.Select(t => t.Headline).Distinct().Count() > 1 ? words["MailDigestSubject"]
        : words.Format(kind == MailKind.Reply ? "MailReplySubject" : "MailFollowedSubject", letter.Threads[0].Headline);

    private IEnumerable<MailPart> Parts(Letter letter, Words words)
    {
        var link = words["MailLink"];
        var length = letter.IsDigest ? QuoteInDigest : letter.Comments.Count() > 1 ? QuoteAmongOthers : QuoteAlone;
        foreach (var thread in letter.Threads)
        {
            yield return new MailPart.Paragraph(words.Format("MailUnder", thread.Headline));
            foreach (var comment in thread.Comments)
            {
                yield return new MailPart.Paragraph(Sentence(comment, link, words));
                yield return new MailPart.Quote(PlainQuote.Of(comment.Html, link, length), comment.Language);
                yield return new MailPart.Action(words["MailOpenComment"], links.To(string.Create(CultureInfo.InvariantCulture, $"/comments/{comment.Id}")));
            }

            if (thread.Untold > 0)
            {
                yield return new MailPart.Action(words.Format("MailUntold", words.Number(thread.Untold)), links.To($"{thread.Article}#conversation-heading"));
            }

            // In a digest the foot would not say which of them it means.
            if (letter.Threads.Count > 1 && thread.Comments.Count > 0)
            {
                yield return new MailPart.Footer(words["MailMuteThread"], Page(thread.Comments[0].Key, UnsubscribeChoice.Mute, thread.ThreadId, words));
            }
        }

        // The page offers muting beside the rest where it knows what to mute.
        var only = letter.Threads.Count == 1 ? letter.Threads[0].ThreadId : (int?)null;
        if (only is not null)
        {
            yield return new MailPart.Footer(words["MailMuteThread"], Page(letter.Comments.First().Key, UnsubscribeChoice.Mute, only, words));
        }

        foreach (var follow in letter.Comments.DistinctBy(c => c.FollowId).Where(_ => only is not null))
        {
            yield return new MailPart.Footer(words[$"MailStop{follow.Reason}"], Page(follow.Key, UnsubscribeChoice.This, only, words));
        }

        yield return new MailPart.Footer(words["MailStopAll"], Page(letter.Comments.First().Key, UnsubscribeChoice.All, only, words));
    }

    private static string Sentence(LetterComment comment, string link, Words words)
    {
        var author = PlainQuote.Disarm(comment.AuthorName, link);
        return comment.Reason == FollowReason.Answers ? words.Format("MailAnsweredYou", author)
            : comment.AnsweredName is { } answered ? words.Format("MailAnswered", author, PlainQuote.Disarm(answered, link))
            : words.Format("MailWrote", author);
    }

    private static string Why(Letter letter, Words words)
    {
        var reasons = letter.Comments.Select(c => c.Reason).Distinct().ToList();
        return words[reasons is [var one] && letter.Threads.Count == 1 ? $"MailWhy{one}" : "MailWhySeveral"];
    }

    /// <summary>One click ends what this mail came for: one follow; where it came for several, the thread; where it is about several threads, all of it.</summary>
    private string Unsubscribe(Letter letter, Words words)
    {
        var first = letter.Comments.First();
        var follows = letter.Comments.Select(c => c.FollowId).Distinct().Count();
        return follows == 1 ? Page(first.Key, UnsubscribeChoice.This, null, words, forMachines: true)
            : letter.Threads.Count == 1 ? Page(first.Key, UnsubscribeChoice.Mute, letter.Threads[0].ThreadId, words, forMachines: true)
            : Page(first.Key, UnsubscribeChoice.All, null, words, forMachines: true);
    }

    private string Page(string key, UnsubscribeChoice choice, int? thread, Words words, bool forMachines = false)
    {
        var address = new StringBuilder($"/mail/unsubscribe?key={key}");
        if (choice != UnsubscribeChoice.This)
        {
            address.Append(CultureInfo.InvariantCulture, $"&choice={choice.ToString().ToLowerInvariant()}");
        }

        if (thread is { } id)
        {
            address.Append(CultureInfo.InvariantCulture, $"&thread={id}");
        }

        return links.To(forMachines ? address.ToString() : writer.In(words.Language, address.ToString()));
    }

    private string MessageId(int commentId, string address) => string.Create(CultureInfo.InvariantCulture, $"comment-{commentId}.{Recipient(address)}@{settings.Domain}");

    // The same for every mail to one address, whatever they follow, and nobody's address to read.
    private static string Recipient(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant())).AsSpan(0, 8));
}
