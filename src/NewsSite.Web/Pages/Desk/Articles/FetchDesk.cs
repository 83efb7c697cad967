using NewsSite.Credits;
using NewsSite.Desk;
using NewsSite.Sources.Fetching;
using NewsSite.Text;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>What was found at an address, as an editor may mend it, and what of it is to be taken over.</summary>
public sealed record FetchedForm
{
    /// <summary>The address it was found at.</summary>
    public string? Address { get; init; }

    /// <summary>The revision the page began with.</summary>
    public int Base { get; init; }

    /// <summary>The title found.</summary>
    public string? FoundTitle { get; init; }

    /// <summary>The author found.</summary>
    public string? FoundAuthor { get; init; }

    /// <summary>The day found.</summary>
    public string? FoundDate { get; init; }

    /// <summary>The language found.</summary>
    public string? FoundLanguage { get; init; }

    /// <summary>The text found.</summary>
    public string? FoundText { get; init; }

    /// <summary>What to take over: <see cref="FetchDesk.Parts"/>.</summary>
    public string[] Take { get; init; } = [];
}

/// <summary>Fetches originals for pieces and takes over what an editor confirms. Between the two nothing is kept anywhere but on the editor's page.</summary>
public sealed class FetchDesk(SourceFetching fetching, DeskSettings settings, NewNamesDesk names)
{
    /// <summary>What may be taken over, in the order of the page.</summary>
    public static readonly IReadOnlyList<string> Parts = ["Title", "Author", "Date", "Language", "Text"];

    /// <summary>True where an operator allows it.</summary>
    public bool IsOn => settings.FetchSources;

    /// <summary>Now; UTC.</summary>
    public DateTime Now => names.Now;

    /// <summary>Fetches an address.</summary>
    public Task<FetchOutcome> FetchAsync(string address, CancellationToken cancel) => fetching.FetchAsync(address, cancel);

    /// <summary>What was found, with everything chosen that the piece does not have yet.</summary>
    public static FetchedForm Offer(FoundSource found, string address, int at, ArticleContent piece, string original) => new()
    {
        Address = address,
        Base = at,
        FoundTitle = found.Title,
        FoundAuthor = found.Author,
        FoundDate = found.PublishedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        FoundLanguage = found.Language,
        FoundText = found.Text,
        Take = [.. new (string Part, bool IsMissing)[]
        {
            ("Title", found.Title is not null && string.IsNullOrWhiteSpace(piece.Source?.Title)),
            ("Author", found.Author is not null && piece.Credits.All(c => c.Role != CreditRole.Author)),
            ("Date", found.PublishedOn is not null && piece.Source?.PublishedOn is null),
            ("Language", found.Language is not null && piece.Source?.Language is null),
            ("Text", original.Length == 0),
        }.Where(p => p.IsMissing).Select(p => p.Part)],
    };

    /// <summary>The piece with what was chosen. Whatever is not chosen, or was emptied, stays as it is.</summary>
    public async Task<(ArticleContent Content, string? Original)> TakeAsync(ArticleContent piece, FetchedForm typed, DeskActor actor, CancellationToken cancel)
    {
        // The editor's own form knows how each field is read.
        var read = new EditorForm
        {
            HasSource = true, SourceUrl = typed.Address, SourceTitle = typed.FoundTitle, SourceDate = typed.FoundDate, SourceLanguage = typed.FoundLanguage,
            Credits = [new CreditRow { Role = CreditRole.Author, Name = typed.FoundAuthor }],
        }.ToContent();
        var (source, found) = (piece.Source ?? new ContentSource(), read.Source!);
        source = source with
        {
            Url = string.IsNullOrWhiteSpace(source.Url) ? found.Url : source.Url,
            Title = Takes("Title") ? found.Title ?? source.Title : source.Title,
            PublishedOn = Takes("Date") ? found.PublishedOn ?? source.PublishedOn : source.PublishedOn,
            Language = Takes("Language") ? found.Language ?? source.Language : source.Language,
            AccessedOn = Takes("Text") && source.AccessedOn is null ? DateOnly.FromDateTime(names.Now) : source.AccessedOn,
        };
        var credits = Takes("Author") ? piece.Credits.Concat(read.Credits.Where(c => c.Name?.Length <= Contributor.MaxNameLength)) : piece.Credits;
        var content = await names.ResolveAsync(piece with { Source = source, Credits = [.. credits] }, actor, cancel);
        return (content, Takes("Text") && TypedText.Clean(typed.FoundText ?? "") is { Length: > 0 } text ? text : null);

        bool Takes(string part) => typed.Take.Contains(part);
    }
}
