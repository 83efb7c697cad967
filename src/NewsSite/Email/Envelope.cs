using System.Globalization;
using MimeKit;
using MimeKit.Text;

namespace NewsSite.Email;

/// <summary>
/// Makes the message that travels from the row in the outbox: both bodies, the headers that let mail programs thread it, and those that let them unsubscribe.
/// No header is put together from text: the library encodes each, so nothing a reader wrote can begin another.
/// </summary>
public sealed class Envelope(MailSettings settings, TimeProvider clock)
{
    /// <summary>Where the mail comes back to when it cannot be delivered: to the address it is from, or, of an issue, to the mailbox for that with the subscriber's tag.</summary>
    public MailboxAddress ReturnPathOf(OutboxMail mail)
    {
        if (mail.Copy?.ReturnTag is not { } tag || settings.BounceAddress is not { } mailbox)
        {
            return new MailboxAddress("", settings.Sender);
        }

        var at = mailbox.LastIndexOf('@');
        return new MailboxAddress("", $"{mailbox[..at]}+{tag}{mailbox[at..]}");
    }

    /// <summary>Makes the message; null when the recipient's address is not exactly one address.</summary>
    public MimeMessage? Around(OutboxMail mail)
    {
        // Parsed rather than pasted: "a@b.example, c@d.example" would be two recipients.
        if (!MailboxAddress.TryParse(ParserOptions.Default, mail.Recipient, out var recipient) || recipient.Address != mail.Recipient)
        {
            return null;
        }

        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = clock.GetUtcNow(),
            MessageId = mail.MessageId ?? string.Create(CultureInfo.InvariantCulture, $"mail-{mail.Id}.{mail.CreatedAt.Ticks:x}@{settings.Domain}"),
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = mail.Copy?.Text ?? mail.Text },
                new TextPart(TextFormat.Html) { Text = mail.Copy?.Html ?? mail.Html },
            },
        };
        message.From.Add(new MailboxAddress(settings.FromName ?? "", settings.Sender));
        message.To.Add(new MailboxAddress("", recipient.Address));
        // So that holiday notes and robots do not answer.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.InReplyTo is { } answered)
        {
            message.InReplyTo = answered;
        }

        message.References.AddRange((mail.References ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (mail.IsBulk)
        {
            // RFC 2919: mail programs sort by it.
            message.Headers.Add(HeaderId.ListId, $"<newsletter.{settings.Domain}>");
        }

        if ((mail.Copy?.UnsubscribeUrl ?? mail.UnsubscribeUrl) is { } url)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{new Uri(url, UriKind.Absolute).AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        // Safe for every server on the way: no line is too long and no byte above 127.
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }
}
