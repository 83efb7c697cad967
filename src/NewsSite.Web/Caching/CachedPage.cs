namespace NewsSite.Web.Caching;

/// <summary>A handler's word that its page is the same bytes for everyone and may be kept.</summary>
/// <param name="Tags">What the page was made from; a change to any of them evicts it.</param>
/// <param name="Until">When it becomes another page by itself; UTC. Null where only a change makes it another.</param>
/// <param name="ModifiedAt">When what it tells last changed, for <c>Last-Modified</c>; UTC. Null where nobody would ask.</param>
internal sealed record CachedPage(IReadOnlyList<string> Tags, DateTime? Until = null, DateTime? ModifiedAt = null)
{
    /// <summary>What its response says beside, or instead of, what every response says; a null is what it does not say.</summary>
    public IReadOnlyDictionary<string, string?> Headers { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string?>.Empty;
}

/// <summary>How a handler says so.</summary>
internal static class CachedPageExtensions
{
    /// <summary>Lets the page cache keep this response until one of the tags is evicted or its lifetime ends. Pages that say nothing are never kept.</summary>
    public static void KeepPage(this HttpContext context, params string[] tags) => context.Features.Set(new CachedPage(tags));

    /// <summary>Lets it keep this response until a time at the longest. Every server goes by its own clock, so none has to tell another.</summary>
    public static void KeepPage(this HttpContext context, DateTime? until, params string[] tags) => context.Features.Set(new CachedPage(tags, until));
}

/// <summary>The tags pages are kept and evicted by.</summary>
internal static class CacheTags
{
    /// <summary>Pages made from more than one article: the front page, lists, corrections.</summary>
    public const string Lists = "lists";

    /// <summary>Pages made from one article: its own, its conversation, its comments.</summary>
    public static string Article(int id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"article:{id}");

    /// <summary>The pages of one reader.</summary>
    public static string Reader(int id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reader:{id}");
}
