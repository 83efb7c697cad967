using MailKit.Security;

namespace NewsSite.Email;

/// <summary>How mail leaves the house and whom it is from. Section <c>Mail</c>. Without a host, mails are written to a folder.</summary>
public sealed record MailSettings
{
    /// <summary>The values of <see cref="Security"/>.</summary>
    public static readonly IReadOnlyList<string> Securities = ["none", "starttls", "tls"];

    /// <summary>The SMTP server; when not set, mails go to the folder <c>mail</c> in the data directory.</summary>
    public string? Host { get; init; }

    /// <summary>Its port; by default 25 without encryption, 587 with STARTTLS, 465 with TLS.</summary>
    public int? Port { get; init; }

    /// <summary>Who we are to the server; nobody in particular when not set.</summary>
    public string? User { get; init; }

    /// <summary>Their password.</summary>
    public string? Password { get; init; }

    /// <summary><c>none</c>, <c>starttls</c> (refused where the server does not offer it) or <c>tls</c>.</summary>
    public string Security { get; init; } = "starttls";

    /// <summary>The address mails are from; needed where a host is set.</summary>
    public string? From { get; init; }

    /// <summary>The name mails are from; the site's when not set.</summary>
    public string? FromName { get; init; }

    /// <summary>
    /// The address of a mailbox that takes what is sent to it with a tag (<c>name+tag@host</c>); issues of the newsletter that cannot be delivered come back there, each
    /// with a tag of its own, and are noted if <see cref="Newsletter.BounceMailboxSettings"/> says how to read it. Not set: they come back to <see cref="Sender"/>, and nobody notes them.
    /// </summary>
    public string? BounceAddress { get; init; }

    /// <summary>False on a server that only leaves mails in the outbox, for another to send.</summary>
    public bool Dispatch { get; init; } = true;

    /// <summary>The address mails are from, also where none is set and nothing leaves the machine.</summary>
    public string Sender => From ?? "newssite@localhost";

    /// <summary>What stands behind the @ of every <c>Message-ID</c>.</summary>
    public string Domain => Sender[(Sender.LastIndexOf('@') + 1)..];

    /// <summary>The port used.</summary>
    public int PortUsed => Port ?? Security switch { "tls" => 465, "none" => 25, _ => 587 };

    /// <summary>The same for the library that sends.</summary>
    internal SecureSocketOptions SocketOptions => Security switch
    {
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
