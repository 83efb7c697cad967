using NewsSite.Comments;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Accounts;

/// <summary>How often a network may try to sign in, register or ask for a mail, and how often one address is written to about it.</summary>
public sealed class AccountPace(NetworkKey networks, TimeProvider clock)
{
    /// <summary>The most posts to one page from one network within <see cref="Window"/>.</summary>
    public const int PerNetwork = 20;

    /// <summary>The most mails to one address within <see cref="MailWindow"/>: nobody's box is filled through us.</summary>
    public const int MailsPerAddress = 5;

    /// <summary>How far back posts are counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>How far back mails are counted.</summary>
    public static readonly TimeSpan MailWindow = TimeSpan.FromHours(1);

    private readonly RecentCount posts = new(Window, clock);
    private readonly RecentCount mails = new(MailWindow, clock);

    /// <summary>Counts a post to a page.</summary>
    /// <returns>False when there were too many.</returns>
    public bool Allows(HttpContext context) => networks.Of(context.Connection.RemoteIpAddress) is not { } network || posts.Take($"{context.Request.Path.Value?.ToLowerInvariant()} {network}", PerNetwork);

    /// <summary>Counts a mail to an address.</summary>
    /// <returns>False when there were too many; the reader is not told, for it would say that there was one.</returns>
    public bool AllowsMailTo(string email) => mails.Take(email, MailsPerAddress);
}
