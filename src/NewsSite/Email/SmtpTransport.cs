using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;

namespace NewsSite.Email;

/// <summary>Hands mails to an SMTP server, over one connection for as long as it is used.</summary>
public sealed class SmtpTransport(MailSettings settings, Envelope envelope) : IMailTransport, IAsyncDisposable
{
    private const int TimeoutMilliseconds = 30_000;

    private readonly SmtpClient client = new() { Timeout = TimeoutMilliseconds };

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(OutboxMail mail, CancellationToken cancel)
    {
        if (envelope.Around(mail) is not { } message)
        {
            return new MailOutcome.Refused("The recipient is not one mail address.");
        }

        try
        {
            await ConnectAsync(cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Nothing is wrong with the mail; a wrong password, too, is the operator's to mend.
            await HangUpAsync();
            return new MailOutcome.Deferred($"The mail server could not be reached: {fault.Message}", ServerIsAway: true);
        }

        try
        {
            await client.SendAsync(message, envelope.ReturnPathOf(mail), message.To.Mailboxes, cancel);
            return new MailOutcome.Delivered();
        }
        catch (SmtpCommandException refusal)
        {
            return Judge(refusal);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await HangUpAsync();
            return new MailOutcome.Deferred(fault.Message, ServerIsAway: true);
        }
    }

    /// <summary>Says goodbye to the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await HangUpAsync();
        client.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancel)
    {
        if (!client.IsConnected)
        {
            // Without delay: else the last part of each mail waits for the server's delayed acknowledgement, 40 ms, and nothing can be sent faster than 25 a second.
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(settings.Host!, settings.PortUsed, cancel);
                await client.ConnectAsync(socket, settings.Host!, settings.PortUsed, settings.SocketOptions, cancel);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        if (settings.User is { } user && !client.IsAuthenticated)
        {
            await client.AuthenticateAsync(user, settings.Password ?? "", cancel);
        }
    }

    private static MailOutcome Judge(SmtpCommandException refusal)
    {
        var code = (int)refusal.StatusCode;
        var reason = $"{code} {refusal.Message}";
        // 5xx about our own address is a setting to be mended, not the end of every mail.
        return code >= 500 && (refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
            ? new MailOutcome.Refused(reason, refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted)
            : new MailOutcome.Deferred(reason, ServerIsAway: code == (int)SmtpStatusCode.ServiceNotAvailable || refusal.ErrorCode == SmtpErrorCode.SenderNotAccepted);
    }

    private async Task HangUpAsync()
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or ProtocolException or CommandException or TimeoutException or InvalidOperationException)
        {
            // It is gone already, which is what was wanted.
        }
    }
}
