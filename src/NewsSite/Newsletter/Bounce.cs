using System.Text.RegularExpressions;
using MimeKit;

namespace NewsSite.Newsletter;

/// <summary>A mail that came back for good.</summary>
/// <param name="Reason">What the server said; at most <see cref="MaxReasonLength"/> characters.</param>
/// <param name="IsAddressGone">True when there is no such address, so that one is enough; else several must come back.</param>
public sealed partial record Bounce(string Reason, bool IsAddressGone)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReasonLength = 300;

    /// <summary>Reads what a server said: a status code of RFC 3463 that begins with 5.1 speaks of the address; 5.2.1 of a mailbox switched off.</summary>
    public static Bounce Of(string said)
    {
        var line = said.ReplaceLineEndings(" ").Trim();
        return new Bounce(line.Length <= MaxReasonLength ? line : line[..(MaxReasonLength - 1)] + "…", AddressGone().IsMatch(line));
    }

    /// <summary>Reads a message of a bounce mailbox.</summary>
    /// <param name="message">The message.</param>
    /// <param name="mailbox">The address of the mailbox, without a tag.</param>
    /// <returns>The tag of the mail's return path and what came back; null for a message that is no report of a failure (RFC 3464): a holiday note, a report of a delay, something else.</returns>
    public static (string Tag, Bounce Bounce)? Read(MimeMessage message, string mailbox)
    {
        if (TagIn(message, mailbox) is not { } tag || Parts(message.Body).OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } report)
        {
            return null;
        }

        foreach (var group in report.StatusGroups.Skip(1))
        {
            if (string.Equals(group["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase))
            {
                return (tag, Of($"{group["Status"]?.Trim()} {group["Diagnostic-Code"]?.Trim()}"));
            }
        }

        return null;
    }

    private static string? TagIn(MimeMessage message, string mailbox)
    {
        var at = mailbox.LastIndexOf('@');
        var (start, end) = (mailbox[..at] + "+", mailbox[at..]);
        // Whoever delivers says in one of these for whom it was; a To may have been rewritten on the way.
        var named = message.Headers.Where(h => h.Field is "Delivered-To" or "X-Original-To" or "Envelope-To").Select(h => h.Value.Trim().Trim('<', '>'))
            .Concat(message.To.Mailboxes.Select(m => m.Address));
        return named.Where(a => a.StartsWith(start, StringComparison.OrdinalIgnoreCase) && a.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            .Select(a => a[start.Length..^end.Length])
            .FirstOrDefault();
    }

    private static IEnumerable<MimeEntity> Parts(MimeEntity? entity) => entity switch
    {
        null => [],
        Multipart parts => parts.SelectMany(Parts),
        _ => [entity],
    };

    [GeneratedRegex(@"\b5\.(1\.(1|2|3|6|10)|2\.1)\b", RegexOptions.NonBacktracking)]
    private static partial Regex AddressGone();
}
