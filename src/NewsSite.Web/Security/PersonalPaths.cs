using System.Globalization;
using NewsSite.Web.Api;

namespace NewsSite.Web.Security;

/// <summary>
/// Which addresses are about the person asking. Only these take posts, know cookies and are never kept by anybody; every other page is the same bytes for everyone.
/// </summary>
internal static class PersonalPaths
{
    private static readonly PathString[] Roots = ["/account", "/desk", "/mail", "/comments/new", "/comments/preview", "/comments/mine", "/preview", ApiServices.DraftsPath];

    /// <summary>True for those pages, and for whatever stands below a comment: editing it, flagging it.</summary>
    public static bool Hold(PathString path) => Array.Exists(Roots, root => path.StartsWithSegments(root)) || IsBelowComment(path);

    /// <summary>True for what programs reach with a token. No cookie counts there, so no other site can have a browser send anything.</summary>
    public static bool TakeTokens(PathString path) => path.StartsWithSegments(ApiServices.DraftsPath);

    /// <summary>True for what somebody outside is shown by a link that is its own key.</summary>
    public static bool IsPreview(PathString path) => path.StartsWithSegments("/preview");

    private static bool IsBelowComment(PathString path)
    {
        if (!path.StartsWithSegments("/comments", out var rest) || rest.Value is not { Length: > 1 } below)
        {
            return false;
        }

        var slash = below.IndexOf('/', 1);
        // What a comment said before is open to everyone.
        return slash > 1 && !below.EndsWith("/history", StringComparison.Ordinal) && slash < below.Length - 1 && int.TryParse(below.AsSpan(1, slash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }
}
