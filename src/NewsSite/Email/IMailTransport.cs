namespace NewsSite.Email;

/// <summary>The way mail leaves the house. An interface because it is the network: an SMTP server, or a folder where none is set.</summary>
public interface IMailTransport
{
    /// <summary>Hands a mail over. Every failure is an outcome; only being called off throws.</summary>
    Task<MailOutcome> SendAsync(OutboxMail mail, CancellationToken cancel);
}

/// <summary>What became of an attempt to hand a mail over.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    /// <summary>It was taken.</summary>
    public sealed record Delivered : MailOutcome;

    /// <summary>It will never be taken: the address does not exist, or the mail itself is refused.</summary>
    /// <param name="Reason">What the server said.</param>
    /// <param name="IsAddress">True when it was the address the server would not have, not the mail.</param>
    public sealed record Refused(string Reason, bool IsAddress = false) : MailOutcome;

    /// <summary>It was not taken now.</summary>
    /// <param name="Reason">What the server said, or what went wrong.</param>
    /// <param name="ServerIsAway">True when it is not this mail's fault: the others would fail as well.</param>
    public sealed record Deferred(string Reason, bool ServerIsAway) : MailOutcome;
}
