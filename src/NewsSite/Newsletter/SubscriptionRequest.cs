using NewsSite.Comments;

namespace NewsSite.Newsletter;

/// <summary>A wish for the newsletter that nobody confirmed yet: an address somebody typed, perhaps not theirs. Nothing is sent there but the one mail that asks.</summary>
public sealed class SubscriptionRequest
{
    /// <summary>For so long the link is good; then the wish is forgotten.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(3);

    /// <summary>Notes a wish.</summary>
    public SubscriptionRequest(string email, string hash, NewsletterChoices choices, DateTime now)
    {
        Email = email;
        Ask(hash, choices, now);
    }

    private SubscriptionRequest(string email) => Email = email;

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The address, in lower case.</summary>
    public string Email { get; private set; }

    /// <summary>What the link's secret is known by; see <see cref="GuestAddress.HashOf"/>.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The language of the form.</summary>
    public string Language { get; private set; } = "";

    /// <summary>The languages of the pieces.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>The keys of the sections; none for all.</summary>
    public IReadOnlyList<int> Sections { get; private set; } = [];

    /// <summary>How often.</summary>
    public IssueRhythm Rhythm { get; private set; }

    /// <summary>When it was asked for; UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>What is wanted.</summary>
    public NewsletterChoices Choices => new(Language, Languages, Sections, Rhythm);

    /// <summary>Asked for again: the last wish and the last link count.</summary>
    public void Ask(string hash, NewsletterChoices choices, DateTime now) =>
        (Hash, Language, Languages, Sections, Rhythm, AskedAt) = (hash, choices.Language, choices.Languages, choices.Sections, choices.Rhythm, now);
}
