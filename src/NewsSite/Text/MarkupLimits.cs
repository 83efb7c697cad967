namespace NewsSite.Text;

/// <summary>How much structure a text may have, so that reading it takes time in proportion to its length.</summary>
internal static class MarkupLimits
{
    /// <summary>How deep quotes, lists and emphasis may stand in one another; a reader loses count long before.</summary>
    public const int MaxDepth = 64;
}
