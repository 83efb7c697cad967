using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Media;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Articles;

/// <summary>One piece in one language.</summary>
public sealed class Article
{
    /// <summary>The longest headline, in characters.</summary>
    public const int MaxHeadlineLength = 200;

    /// <summary>The longest standfirst, in characters.</summary>
    public const int MaxStandfirstLength = 500;

    /// <summary>Makes a draft.</summary>
    /// <exception cref="ArgumentException">The language is no BCP 47 tag, the slug no slug, the headline empty or too long.</exception>
    public Article(Work work, string language, string slug, string headline, Section section, Genre genre)
    {
        Work = work;
        Language = LanguageTag.Canonical(language) ?? throw new ArgumentException($"\"{language}\" is not a language tag.", nameof(language));
        Slug = Text.Slug.IsValid(slug) ? slug : throw new ArgumentException($"\"{slug}\" is not a slug.", nameof(slug));
        Headline = headline.Trim() is { Length: > 0 and <= MaxHeadlineLength } trimmed
            ? trimmed
            : throw new ArgumentException($"A headline has 1 to {MaxHeadlineLength} characters.", nameof(headline));
        Section = section;
        Genre = genre;
    }

    // For EF Core, which sets the rest through the private setters.
    private Article(string language, string slug, string headline)
    {
        Language = language;
        Slug = slug;
        Headline = headline;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The work whose language version this is.</summary>
    public int WorkId { get; private set; }

    /// <summary>The work whose language version this is.</summary>
    public Work Work { get; private set; } = null!;

    /// <summary>The language of the text; a canonical BCP 47 tag.</summary>
    public string Language { get; private set; }

    /// <summary>Its name in the address; unique among the pieces of a day.</summary>
    public string Slug { get; private set; }

    /// <summary>The headline; plain text.</summary>
    public string Headline { get; set; }

    /// <summary>The sentence under the headline; plain text, may be empty.</summary>
    public string Standfirst { get; set; } = "";

    /// <summary>The body as written: Markdown.</summary>
    public string BodyMarkdown { get; private set; } = "";

    /// <summary>The body as printed.</summary>
    public SafeHtml BodyHtml { get; private set; }

    /// <summary>Which version of <see cref="ArticleMarkup"/> made <see cref="BodyHtml"/>.</summary>
    public int MarkupVersion { get; private set; }

    /// <summary>Words in the body.</summary>
    public int WordCount { get; private set; }

    /// <summary>Where it sits.</summary>
    public int SectionId { get; private set; }

    /// <summary>Where it sits.</summary>
    public Section Section { get; set; } = null!;

    /// <summary>What kind of text it is.</summary>
    public Genre Genre { get; set; }

    /// <summary>What it is about.</summary>
    public ICollection<Topic> Topics { get; } = [];

    /// <summary>The series it belongs to, if any.</summary>
    public int? SeriesId { get; private set; }

    /// <summary>The series it belongs to, if any.</summary>
    public Series? Series { get; private set; }

    /// <summary>Its place in the series, from 1.</summary>
    public int? SeriesPart { get; private set; }

    /// <summary>Where it stands on its way to readers.</summary>
    public ArticleStatus Status { get; private set; }

    /// <summary>When it becomes, or became, public; UTC. Null for a draft that was never given a time.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>The day in its address: the site's day at first publication, never changed after.</summary>
    public DateOnly? PublicationDay { get; private set; }

    /// <summary>When readers last got a different text; UTC. Moves with corrections and edits, not with comments.</summary>
    public DateTime? ModifiedAt { get; private set; }

    /// <summary>What the page of a withdrawn piece says; plain text.</summary>
    public string? WithdrawalNote { get; private set; }

    /// <summary>Who made it, in the order printed.</summary>
    public ICollection<Credit> Credits { get; } = [];

    /// <summary>Where it first appeared; null for a piece written for this site.</summary>
    public Source? Source { get; set; }

    /// <summary>The language version of ours it was translated from; null for one translated from its source, or for no translation.</summary>
    public int? BasisId { get; private set; }

    /// <summary>The language version of ours it was translated from.</summary>
    public Article? Basis { get; private set; }

    /// <summary>The revision of that version, as the desk counts them.</summary>
    public int? BasisRevision { get; private set; }

    /// <summary>The picture above the text, if any.</summary>
    public int? PictureId { get; private set; }

    /// <summary>The picture above the text, if any.</summary>
    public Picture? Picture { get; set; }

    /// <summary>Dated public notes, in the order made.</summary>
    public ICollection<Correction> Corrections { get; } = [];

    /// <summary>What an editor said about the conversation; null leaves it to the publication's policy.</summary>
    public ConversationMode? Conversation { get; set; }

    /// <summary>True where an editor keeps the conversation open beyond the publication's days.</summary>
    public bool ConversationStaysOpen { get; set; }

    /// <summary>Published comments: the one number shown on lists, the page and feeds. Kept by <see cref="Commenting"/>.</summary>
    public int CommentCount { get; private set; }

    /// <summary>Fingerprint of the archived page this came from, so that a second import finds it; null for other pieces.</summary>
    public string? ImportKey { get; set; }

    /// <summary>Its address; null until it is published or scheduled.</summary>
    public ArticleAddress? Address => PublicationDay is { } day ? new ArticleAddress(day, Slug) : null;

    /// <summary>True when readers see it at that time.</summary>
    public bool IsPublished(DateTime now) => Status == ArticleStatus.Published && PublishedAt <= now;

    /// <summary>True when readers may add comments at that time.</summary>
    public bool AcceptsComments(DateTime now, ConversationPolicy policy) =>
        IsPublished(now) && StandingOf(Conversation, ConversationStaysOpen, PublishedAt, now, policy).IsOpen;

    /// <summary>How the conversation of a published article stands; for pages, which read these three of it and no more.</summary>
    public static ConversationStanding StandingOf(ConversationMode? mode, bool staysOpen, DateTime? publishedAt, DateTime now, ConversationPolicy policy) => (mode ?? policy.Mode) switch
    {
        ConversationMode.Hidden => new(ConversationMode.Hidden, null),
        ConversationMode.Closed => new(ConversationMode.Closed, ClosedReason.ByEditor),
        _ when !staysOpen && policy.CloseAfterDays > 0 && publishedAt?.AddDays(policy.CloseAfterDays) <= now => new(ConversationMode.Closed, ClosedReason.ByAge),
        var open => new(open, null),
    };

    /// <summary>Says which text of ours it was translated from; null for none.</summary>
    /// <exception cref="ArgumentException">The other is no version of the same work, or this one itself.</exception>
    public void TranslateFrom(Article? version, int? revision)
    {
        if (version is not null && (version.WorkId != WorkId || version.Id == Id))
        {
            throw new ArgumentException("A piece is translated from another version of the same work.", nameof(version));
        }

        (Basis, BasisId, BasisRevision) = (version, version?.Id, version is null ? null : revision);
    }

    /// <summary>Replaces the text and renders it.</summary>
    /// <returns>The refusal, or null when the text was taken.</returns>
    public MarkupRefusal? Write(string markdown)
    {
        var rendered = ArticleMarkup.Render(markdown, Language);
        if (rendered.Refusal is not null)
        {
            return rendered.Refusal;
        }

        BodyMarkdown = markdown;
        BodyHtml = rendered.Html;
        WordCount = rendered.Words;
        MarkupVersion = ArticleMarkup.Version;
        return null;
    }

    /// <summary>Makes it public at an instant, which may lie ahead. The day in its address is that instant's in the site's time zone, set once.</summary>
    /// <exception cref="ArgumentException">The instant is not UTC.</exception>
    public void Publish(DateTime at, TimeZoneInfo siteZone)
    {
        PublishedAt = at.Kind == DateTimeKind.Utc ? at : throw new ArgumentException("Instants are UTC.", nameof(at));
        PublicationDay ??= DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, siteZone));
        ModifiedAt ??= at;
        Status = ArticleStatus.Published;
    }

    /// <summary>Readers have a text that says something else than before.</summary>
    public void Modify(DateTime at) => ModifiedAt = at;

    /// <summary>Takes a published piece back; its address then answers 410 with the note.</summary>
    public void Withdraw(DateTime now, string publicNote)
    {
        Status = ArticleStatus.Withdrawn;
        WithdrawalNote = publicNote;
        ModifiedAt = now;
    }

    /// <summary>Gives it another slug. A piece that has had an address keeps the old one as a redirect.</summary>
    public Redirect? Rename(string slug)
    {
        var old = Address;
        Slug = Text.Slug.IsValid(slug) ? slug : throw new ArgumentException($"\"{slug}\" is not a slug.", nameof(slug));
        return old is { } was && was != Address ? new Redirect(was.ToString(), this) : null;
    }

    /// <summary>Gives a published piece another date. The old address stays as a redirect where the day in it is another.</summary>
    /// <exception cref="InvalidOperationException">Readers never had it.</exception>
    public Redirect? Redate(DateTime at, TimeZoneInfo siteZone)
    {
        var was = Address ?? throw new InvalidOperationException("A piece readers never had has no date.");
        (PublishedAt, PublicationDay) = (null, null);
        Publish(at, siteZone);
        return Address == was ? null : new Redirect(was.ToString(), this);
    }

    /// <summary>Gives it a place in a series, from 1; null takes it out.</summary>
    public void PlaceInSeries(Series? series, int? part)
    {
        Series = series;
        SeriesPart = series is null ? null : part;
    }

    /// <summary>Adds a dated public note.</summary>
    /// <param name="kind">What the note is.</param>
    /// <param name="at">When; UTC.</param>
    /// <param name="text">What it says.</param>
    /// <param name="revision">The revision that came with it, if the text changed.</param>
    /// <param name="changes">The paragraphs that changed with it.</param>
    /// <exception cref="ArgumentException">The text is empty or longer than <see cref="Correction.MaxLength"/>.</exception>
    public void Correct(CorrectionKind kind, DateTime at, string text, int? revision = null, IReadOnlyList<TextChange>? changes = null)
    {
        if (text.Trim() is not { Length: > 0 and <= Correction.MaxLength } trimmed)
        {
            throw new ArgumentException($"A correction has 1 to {Correction.MaxLength} characters.", nameof(text));
        }

        Corrections.Add(new Correction(kind, at, trimmed, revision, changes ?? []));
        ModifiedAt = at;
    }

    /// <summary>Adds a credit after those there are.</summary>
    public void AddCredit(CreditRole role, Contributor contributor, string? creditedAs = null) =>
        Credits.Add(new Credit(role, contributor, Credits.Count, creditedAs));
}
