using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace NewsSite.Web.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1. What the format has no word for stands under <c>_newssite</c>.</summary>
internal static class JsonFeed
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Ukrainian and Arabic as themselves; what HTML gives a meaning stays escaped, for somebody will put it into a page.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private sealed record Person(string Name, string? Url, IReadOnlyList<string>? Roles);

    private sealed record Attachment(string Url, string MimeType, long? SizeInBytes, string? Title);

    private sealed record Original(string Url, string? Title, string? Language, string Publication);

    private sealed record Reply(string Id, string Url);

    private sealed record PictureTerms(string? Credit, string? Licence, string? LicenceUrl);

    private sealed record Note(string Kind, string Date, string Text);

    private sealed record Own(IReadOnlyList<Person>? Contributors, Original? Original, PictureTerms? Picture, IReadOnlyList<Note>? Corrections, string? CommentsUrl, string? CommentsFeedUrl, int? CommentsCount, Reply? InReplyTo);

    private sealed record Item
    {
        public required string Id { get; init; }

        public required string Url { get; init; }

        public string? ExternalUrl { get; init; }

        public required string Title { get; init; }

        public required string ContentHtml { get; init; }

        public string? Summary { get; init; }

        public string? Image { get; init; }

        public string? DatePublished { get; init; }

        public required string DateModified { get; init; }

        public IReadOnlyList<Person>? Authors { get; init; }

        public IReadOnlyList<string>? Tags { get; init; }

        public required string Language { get; init; }

        public IReadOnlyList<Attachment>? Attachments { get; init; }

        [JsonPropertyName("_newssite")]
        public required Own Own { get; init; }
    }

    public static byte[] Write(Feed feed) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Version = "https://jsonfeed.org/version/1.1",
            feed.Title,
            HomePageUrl = feed.Home.AbsoluteUri,
            FeedUrl = feed.Self.AbsoluteUri,
            feed.Description,
            feed.Language,
            Authors = new[] { Of(feed.Publisher) },
            Hubs = feed.Hub is { } hub ? new[] { new { Type = "WebSub", Url = hub.AbsoluteUri } } : null,
            Items = feed.Entries.Select(Of),
        },
        Options);

    private static Item Of(FeedEntry entry) => new()
    {
        Id = entry.Id,
        Url = entry.Address.AbsoluteUri,
        ExternalUrl = entry.Original?.Address.AbsoluteUri,
        Title = entry.Title,
        ContentHtml = entry.Html,
        Summary = entry.Summary.Length == 0 ? null : entry.Summary,
        Image = entry.Picture?.Address.AbsoluteUri,
        DatePublished = entry.Published is { } published ? Instant(published) : null,
        DateModified = Instant(entry.Updated),
        Authors = List(entry.Authors, Of),
        Tags = List(entry.Categories, c => c.Name),
        Language = entry.Language,
        Attachments = entry.Picture is { } picture ? [new Attachment(picture.Address.AbsoluteUri, FeedPicture.MediaType, picture.Length, picture.Alt.Length == 0 ? null : picture.Alt)] : null,
        Own = new Own(
            List(entry.Contributors, Of),
            entry.Original is { } original ? new Original(original.Address.AbsoluteUri, original.Title, original.Language, original.Publication) : null,
            entry.Picture is { } shown && (shown.Credit.Length > 0 || shown.Licence is not null) ? new PictureTerms(shown.Credit.Length == 0 ? null : shown.Credit, shown.Licence, shown.LicenceAddress) : null,
            List(entry.Notes, note => new Note(note.Kind, Instant(note.At), note.Text)),
            entry.Replies?.Page.AbsoluteUri,
            entry.Replies?.FeedIn(FeedFormat.Json).AbsoluteUri,
            entry.Replies?.Count,
            entry.InReplyTo is { } parent ? new Reply(parent.Id, parent.Address.AbsoluteUri) : null),
    };

    private static Person Of(FeedPerson person) => new(person.Name, person.Page?.AbsoluteUri, List(person.Roles, r => r.ToString().ToLowerInvariant()));

    private static List<TTo>? List<TFrom, TTo>(IReadOnlyList<TFrom> from, Func<TFrom, TTo> to) => from.Count == 0 ? null : [.. from.Select(to)];

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
