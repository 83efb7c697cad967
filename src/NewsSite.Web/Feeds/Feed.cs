using NewsSite.Credits;

namespace NewsSite.Web.Feeds;

/// <summary>A feed, whatever it is written in. Addresses are whole, texts hold nothing XML has no room for.</summary>
public sealed record Feed
{
    /// <summary>Its name among feeds; no new slug changes it.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init => field = FeedText.Line(value); }

    /// <summary>A sentence about it.</summary>
    public required string Description { get; init => field = FeedText.Line(value); }

    /// <summary>The language of its title; entries have their own.</summary>
    public required string Language { get; init; }

    /// <summary>The publication.</summary>
    public required FeedPerson Publisher { get; init; }

    /// <summary>The page it is a feed of.</summary>
    public required Uri Home { get; init; }

    /// <summary>Its own address.</summary>
    public required Uri Self { get; init; }

    /// <summary>The WebSub hub that tells subscribers of changes; null where there is none.</summary>
    public Uri? Hub { get; init; }

    /// <summary>When the newest change in it was made; the beginning of time where it is empty.</summary>
    public DateTime Updated => Entries.Count == 0 ? DateTime.UnixEpoch : Entries.Max(e => e.Updated);

    /// <summary>The entries, newest first.</summary>
    public required IReadOnlyList<FeedEntry> Entries { get; init; }
}

/// <summary>An entry: a piece, a comment, or a note.</summary>
public sealed record FeedEntry
{
    /// <summary>Its name among entries, the same in every feed and format, for ever.</summary>
    public required string Id { get; init; }

    /// <summary>Where it is read.</summary>
    public required Uri Address { get; init; }

    /// <summary>The headline; plain text.</summary>
    public required string Title { get; init => field = FeedText.Line(value); }

    /// <summary>The language it is in.</summary>
    public required string Language { get; init; }

    /// <summary>When it appeared; UTC. Null where nobody knows.</summary>
    public DateTime? Published { get; init; }

    /// <summary>When readers last got something else; UTC.</summary>
    public required DateTime Updated { get; init; }

    /// <summary>Who wrote it, each by themselves.</summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>Who else had a hand in it, translators before all; never among the authors for that.</summary>
    public IReadOnlyList<FeedPerson> Contributors { get; init; } = [];

    /// <summary>A sentence about it; plain text, may be empty.</summary>
    public string Summary { get; init => field = FeedText.Line(value); } = "";

    /// <summary>The text; HTML out of the house's own sanitizer, with whole addresses.</summary>
    public required string Html { get; init => field = FeedText.Clean(value); }

    /// <summary>Where it belongs.</summary>
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary>Its picture.</summary>
    public FeedPicture? Picture { get; init; }

    /// <summary>What is noted of it in public, the oldest first.</summary>
    public IReadOnlyList<FeedNote> Notes { get; init; } = [];

    /// <summary>What it was made from.</summary>
    public FeedOriginal? Original { get; init; }

    /// <summary>The conversation under it; null where there is none.</summary>
    public FeedReplies? Replies { get; init; }

    /// <summary>What it answers.</summary>
    public FeedParent? InReplyTo { get; init; }
}

/// <summary>Somebody with a name, and the page they have here.</summary>
public sealed record FeedPerson
{
    /// <summary>Names somebody.</summary>
    public FeedPerson(string name, Uri? page) => (Name, Page) = (FeedText.Line(name), page);

    /// <summary>The printed name.</summary>
    public string Name { get; }

    /// <summary>Their page.</summary>
    public Uri? Page { get; }

    /// <summary>What they did, where they are not an author.</summary>
    public IReadOnlyList<CreditRole> Roles { get; init; } = [];
}

/// <summary>A section or a topic.</summary>
public sealed record FeedCategory
{
    /// <summary>Names one.</summary>
    public FeedCategory(string slug, string name, Uri scheme) => (Slug, Name, Scheme) = (slug, FeedText.Line(name), scheme);

    /// <summary>Its slug.</summary>
    public string Slug { get; }

    /// <summary>Its name in the language of the entry.</summary>
    public string Name { get; }

    /// <summary>What its kind is called.</summary>
    public Uri Scheme { get; }
}

/// <summary>A picture, as JPEG: feed readers may know nothing newer.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Length">Its bytes; null where its file was not found.</param>
public sealed record FeedPicture(Uri Address, long? Length)
{
    /// <summary>What it is.</summary>
    public const string MediaType = "image/jpeg";

    /// <summary>What it shows.</summary>
    public string Alt { get; init => field = FeedText.Line(value); } = "";

    /// <summary>Who made it and where it comes from; empty where nobody knows.</summary>
    public string Credit { get; init => field = FeedText.Line(value); } = "";

    /// <summary>What they did: photographed or drew it.</summary>
    public CreditRole Role { get; init; } = CreditRole.Photographer;

    /// <summary>On which terms it is shown.</summary>
    public string? Licence { get; init => field = value is null ? null : FeedText.Line(value); }

    /// <summary>Where those are to be read.</summary>
    public string? LicenceAddress { get; init; }
}

/// <summary>A public note on a piece.</summary>
/// <param name="Kind">What it is, in the piece's language.</param>
/// <param name="At">When it was made; UTC.</param>
public sealed record FeedNote(string Kind, DateTime At)
{
    /// <summary>What it says.</summary>
    public required string Text { get; init => field = FeedText.Line(value); }
}

/// <summary>The original of a piece.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Language">Its language, if known.</param>
public sealed record FeedOriginal(Uri Address, string? Language)
{
    /// <summary>Its title, in its own language.</summary>
    public string? Title { get; init => field = value is null ? null : FeedText.Line(value); }

    /// <summary>The outlet it appeared in.</summary>
    public required string Publication { get; init => field = FeedText.Line(value); }
}

/// <summary>The conversation under a piece.</summary>
/// <param name="Page">Where it is read.</param>
/// <param name="Feed">Its feed, without the end of its name.</param>
/// <param name="Count">How many comments there are.</param>
public sealed record FeedReplies(Uri Page, string Feed, int Count)
{
    /// <summary>Its feed in a format.</summary>
    public Uri FeedIn(FeedFormat format) => new($"{Feed}.{format.Ending}");
}

/// <summary>What an entry answers.</summary>
/// <param name="Id">The id of its entry.</param>
/// <param name="Address">Where it is read.</param>
public sealed record FeedParent(string Id, Uri Address);
