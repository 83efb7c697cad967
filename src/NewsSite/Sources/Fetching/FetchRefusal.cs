namespace NewsSite.Sources.Fetching;

/// <summary>Why an original was not fetched. Each has a sentence under <c>FetchRefusal.</c> and its name.</summary>
public enum FetchRefusal
{
    /// <summary>Not an address of a page: not http or https, with a name and a password in it, or on a port pages are not served from.</summary>
    AddressUnfit,

    /// <summary>The name belongs to no machine, or the machine does not answer.</summary>
    Unreachable,

    /// <summary>The address, or one it leads on to, belongs to a private network.</summary>
    NotPublic,

    /// <summary>It leads on too often.</summary>
    TooManyRedirects,

    /// <summary>The site answers that it has no such page, or does not show it.</summary>
    NotShown,

    /// <summary>It is not a page: a picture, a document.</summary>
    NotAPage,

    /// <summary>It is larger than pages are.</summary>
    TooLarge,

    /// <summary>It takes too long.</summary>
    TooSlow,

    /// <summary>No text of an article could be told from the rest of the page.</summary>
    NothingFound,
}

/// <summary>What a page is believed to say. Nobody checked it: an editor does.</summary>
/// <param name="Address">Where it was in the end.</param>
public sealed record FoundSource(Uri Address)
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>The day it appeared.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Its language; a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The text, a paragraph a line; links as in Markdown.</summary>
    public required string Text { get; init; }
}

/// <summary>What came of fetching: one of the two.</summary>
/// <param name="Found">What was found.</param>
/// <param name="Why">Why nothing was.</param>
public readonly record struct FetchOutcome(FoundSource? Found, FetchRefusal? Why);
