namespace NewsSite.Web.Feeds;

/// <summary>How a feed is written.</summary>
public enum FeedFormat
{
    /// <summary>RFC 4287.</summary>
    Atom,

    /// <summary>RSS 2.0.</summary>
    Rss,

    /// <summary>JSON Feed 1.1.</summary>
    Json,
}

/// <summary>What the formats are called: in addresses, to programs, to people.</summary>
public static class FeedFormats
{
    /// <summary>All of them, the one with most to say first.</summary>
    public static IReadOnlyList<FeedFormat> All { get; } = Enum.GetValues<FeedFormat>();

    /// <summary>Reads the end of an address: <c>atom</c>, <c>rss</c>, <c>json</c>; null when it is none.</summary>
    public static FeedFormat? Parse(string? ending) => All.Cast<FeedFormat?>().FirstOrDefault(f => f!.Value.Ending == ending);

    /// <summary>True for the type of a feed, with whatever stands behind it.</summary>
    public static bool AreTypeOf(string contentType) => All.Any(f => contentType.StartsWith(f.MediaType, StringComparison.Ordinal));

    extension(FeedFormat format)
    {
        /// <summary>How its addresses end.</summary>
        public string Ending => format switch { FeedFormat.Atom => "atom", FeedFormat.Rss => "rss", _ => "json" };

        /// <summary>Its media type; RSS has none of its own, this is the one feed readers know.</summary>
        public string MediaType => format switch { FeedFormat.Atom => "application/atom+xml", FeedFormat.Rss => "application/rss+xml", _ => "application/feed+json" };

        /// <summary>Its name.</summary>
        public string Name => format switch { FeedFormat.Atom => "Atom", FeedFormat.Rss => "RSS", _ => "JSON Feed" };
    }
}

/// <summary>Lets only the formats there are into a route: <c>feed.{format:feed}</c>.</summary>
internal sealed class FeedFormatConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        FeedFormats.Parse(values[routeKey] as string) is not null;
}
