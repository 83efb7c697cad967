using NewsSite.Comments;
using NewsSite.Web.Comments;

namespace NewsSite.Web.Desk;

/// <summary>What keeps strangers' answers within measure: they share the pace of a network's comments.</summary>
public sealed class OutsideTools(NetworkKey networks, PostingPace pace)
{
    /// <summary>Counts an answer, unless its network has had its share of this minute.</summary>
    public bool Allows(HttpContext context) => pace.Allows(null, networks.Of(context.Connection.RemoteIpAddress));
}
