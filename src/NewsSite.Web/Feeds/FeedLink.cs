namespace NewsSite.Web.Feeds;

/// <summary>A feed a page leads to, and what the feed is of.</summary>
/// <param name="Key">What it is of, by keys no new slug changes: <c>section:3</c>.</param>
/// <param name="Title">What it is called, without the site's name; empty for the whole site's.</param>
/// <param name="Home">The path of the page it is a feed of.</param>
public sealed record FeedLink(string Key, string Title, string Home)
{
    /// <summary>Its path, without the end of its name.</summary>
    public string Path { get; init; } = $"{Home.TrimEnd('/')}/feed";

    /// <summary>True where its path says the language itself; every other feed speaks the one asked for.</summary>
    public bool KnowsLanguage { get; init; }

    /// <summary>Its path in a format.</summary>
    public string In(FeedFormat format) => $"{Path}.{format.Ending}";

    /// <summary>Everything in every language.</summary>
    public static FeedLink Site { get; } = new("site", "", "/");

    /// <summary>Everything in a language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="home">The path of its front page.</param>
    public static FeedLink Language(string language, string home) => new($"language:{language}", Resources.Words.OwnName(language), home) { Path = $"/{language}/feed", KnowsLanguage = true };

    /// <summary>The conversation under a piece.</summary>
    /// <param name="articleId">The piece's key.</param>
    /// <param name="title">What the conversation is called.</param>
    /// <param name="address">The piece's path.</param>
    public static FeedLink Conversation(int articleId, string title, string address) => new($"conversation:{articleId}", title, address) { KnowsLanguage = true };
}
