using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using NewsSite.Email;

namespace NewsSite.Newsletter;

/// <summary>
/// Looks through the mailbox issues come back to. A report of a failure is noted on its subscriber and deleted; whatever else is there, a holiday note or a question, is
/// left for a person, marked as read so that it is looked at once. Several servers may look: noting one report twice counts it twice, which three in a row allow for.
/// </summary>
public sealed class BounceMailbox(BounceMailboxSettings mailbox, MailSettings mail, Subscribing subscribing, TimeProvider clock)
{
    /// <summary>So many messages are read in one turn.</summary>
    public const int AtOnce = 500;

    /// <summary>A larger message is no report; in bytes.</summary>
    public const int MaxBytes = 2_000_000;

    private const int TimeoutMilliseconds = 30_000;

    /// <summary>Reads what is new.</summary>
    /// <returns>How many reports were noted.</returns>
    public async Task<int> ReadAsync(CancellationToken cancel = default)
    {
        if (mailbox.Host is not { } host || mail.BounceAddress is not { } address)
        {
            return 0;
        }

        using var client = new ImapClient { Timeout = TimeoutMilliseconds };
        await client.ConnectAsync(host, mailbox.PortUsed, mailbox.SocketOptions, cancel);
        await client.AuthenticateAsync(mailbox.User ?? "", mailbox.Password ?? "", cancel);
        var inbox = client.Inbox ?? throw new InvalidOperationException("The bounce mailbox has no inbox.");
        await inbox.OpenAsync(FolderAccess.ReadWrite, cancel);
        var noted = new List<UniqueId>();
        var others = new List<UniqueId>();
        var unread = (await inbox.SearchAsync(SearchQuery.NotSeen, cancel)).Take(AtOnce).ToList();
        foreach (var found in await inbox.FetchAsync(unread, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancel))
        {
            (await NoteAsync(inbox, found, address, cancel) ? noted : others).Add(found.UniqueId);
        }

        await inbox.AddFlagsAsync(others, MessageFlags.Seen, silent: true, cancel);
        await inbox.AddFlagsAsync(noted, MessageFlags.Deleted, silent: true, cancel);
        await inbox.CloseAsync(expunge: true, cancel);
        await client.DisconnectAsync(quit: true, cancel);
        return noted.Count;
    }

    private async Task<bool> NoteAsync(IMailFolder inbox, IMessageSummary found, string address, CancellationToken cancel)
    {
        if (found.Size > MaxBytes)
        {
            return false;
        }

        try
        {
            using var message = await inbox.GetMessageAsync(found.UniqueId, cancel);
            return Bounce.Read(message, address) is var (tag, bounce) && await subscribing.RecordAsync(tag, bounce, clock.GetUtcNow().UtcDateTime, cancel);
        }
        catch (FormatException)
        {
            // Whatever it is, it is no report.
            return false;
        }
    }
}
