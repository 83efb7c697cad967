using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using NewsSite.Comments;

namespace NewsSite.Web.Comments;

/// <summary>
/// A guest's signed word of what they posted from this browser: with it they see their held comment, and may edit it or take it back. Set by the answer to a
/// post and by nothing else, and sent back only to addresses below <c>/comments</c>.
/// </summary>
public sealed class PostedComments(IDataProtectionProvider protection)
{
    /// <summary>The cookie it is in.</summary>
    public const string CookieName = "posted";

    /// <summary>The oldest are forgotten first.</summary>
    private const int MostKept = 40;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("NewsSite.PostedComments").ToTimeLimitedDataProtector();

    /// <summary>Who asks: the account signed in and what this browser posted as a guest.</summary>
    public CommentOwner Owner(HttpContext context, int? accountId) => new(accountId, Read(context.Request));

    /// <summary>Adds a comment to what this browser posted.</summary>
    public void Add(HttpContext context, int commentId)
    {
        var ids = Read(context.Request).Where(id => id != commentId).Append(commentId).TakeLast(MostKept).Select(id => id.ToString(CultureInfo.InvariantCulture));
        context.Response.Cookies.Append(CookieName, protector.Protect(string.Join(',', ids), Lifetime), new CookieOptions
        {
            Path = "/comments", HttpOnly = true, IsEssential = true, MaxAge = Lifetime, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps,
        });
    }

    private List<int> Read(HttpRequest request)
    {
        if (request.Cookies[CookieName] is not { } cookie)
        {
            return [];
        }

        try
        {
            return [.. protector.Unprotect(cookie).Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
        }
        catch (Exception unreadable) when (unreadable is System.Security.Cryptography.CryptographicException or FormatException)
        {
            // Old, or somebody's own making.
            return [];
        }
    }
}
