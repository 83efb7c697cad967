using MailKit.Security;
using NewsSite.Email;

namespace NewsSite.Newsletter;

/// <summary>How the mailbox of <see cref="MailSettings.BounceAddress"/> is read, over IMAP. Section <c>Bounces</c>. Without a host nobody reads it.</summary>
public sealed record BounceMailboxSettings
{
    /// <summary>The IMAP server.</summary>
    public string? Host { get; init; }

    /// <summary>Its port; by default 143 without encryption or with STARTTLS, 993 with TLS.</summary>
    public int? Port { get; init; }

    /// <summary>Whose mailbox it is.</summary>
    public string? User { get; init; }

    /// <summary>Their password.</summary>
    public string? Password { get; init; }

    /// <summary><c>none</c>, <c>starttls</c> or <c>tls</c>.</summary>
    public string Security { get; init; } = "tls";

    /// <summary>Every so many minutes it is looked into; 1 to 1,440.</summary>
    public int EveryMinutes { get; init; } = 10;

    /// <summary>The port used.</summary>
    public int PortUsed => Port ?? (Security == "tls" ? 993 : 143);

    internal SecureSocketOptions SocketOptions => Security switch
    {
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
