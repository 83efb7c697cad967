using System.Globalization;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Desk.Checks;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Desk;

/// <summary>What the checks look at besides the piece itself.</summary>
public sealed record CheckedPiece
{
    /// <summary>The piece.</summary>
    public required ArticleContent Content { get; init; }

    /// <summary>The language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>The text of ours it was translated from; read only for advice.</summary>
    public BasisText? Basis { get; init; }

    /// <summary>The original's text, if it is kept at the desk.</summary>
    public string? Original { get; init; }

    /// <summary>True when the picture has a credit: a person, an organisation, or "own work".</summary>
    public bool PictureHasCredit { get; init; } = true;

    /// <summary>The pictures within the text that have a record here, by the stems of their files, and whether they have a credit.</summary>
    public IReadOnlyDictionary<string, bool> FigureCredits { get; init; } = new Dictionary<string, bool>();

    /// <summary>The names of each contributor and outlet this site knows.</summary>
    public IReadOnlyList<IReadOnlyList<string>> KnownNames { get; init; } = [];

    /// <summary>The links of the text to pages of this site that readers do not have.</summary>
    public IReadOnlyList<BrokenLink> BrokenLinks { get; init; } = [];

    /// <summary>True when it was first written in another language.</summary>
    public bool IsTranslation => Content.Basis is not null || (Content.Source?.Language is { } original && original != Language);
}

/// <summary>
/// What must be put right before readers get a piece, and what an editor should have looked at. Pure: the same piece always gives the same findings.
/// </summary>
public static class PublishingChecks
{
    /// <summary>A headline with more characters than this breaks badly on a phone and is cut by search engines.</summary>
    public const int LongHeadline = 110;

    /// <summary>What stops, then what advises; each in the order of the page.</summary>
    public static IReadOnlyList<Finding> Find(CheckedPiece piece) => [.. Stopping(piece), .. Advising(piece)];

    /// <summary>What stops, in the order of the page.</summary>
    public static IEnumerable<Finding> Stopping(CheckedPiece piece)
    {
        var content = piece.Content;
        if (string.IsNullOrWhiteSpace(content.Headline))
        {
            yield return Finding.Stop("NoHeadline", "headline");
        }
        else if (content.Headline.Trim().Length > Article.MaxHeadlineLength)
        {
            yield return Finding.Stop("HeadlineTooLong", "headline", Number(Article.MaxHeadlineLength));
        }

        if (content.Standfirst.Length > Article.MaxStandfirstLength)
        {
            yield return Finding.Stop("StandfirstTooLong", "standfirst", Number(Article.MaxStandfirstLength));
        }

        if (string.IsNullOrWhiteSpace(content.Body))
        {
            yield return Finding.Stop("NoText", "body");
        }
        else if (ArticleMarkup.Render(content.Body, piece.Language).Refusal is not null)
        {
            yield return Finding.Stop("TextUnfit", "body", Number(ArticleMarkup.MaxLength));
        }

        if (content.SectionId is null)
        {
            yield return Finding.Stop("NoSection", "section");
        }

        if (content.Slug.Length > 0 && !Slug.IsValid(content.Slug))
        {
            yield return Finding.Stop("SlugUnfit", "slug");
        }
        else if (content.Slug.Length == 0 && Slug.From(content.Headline).Length == 0)
        {
            yield return Finding.Stop("SlugMissing", "slug");
        }

        if (content.Credits.All(c => c.Role is not (CreditRole.Author or CreditRole.Interviewer)))
        {
            yield return Finding.Stop("NoAuthor", "credits");
        }

        if (content.Credits.FirstOrDefault(c => c.ContributorId is null) is { } unknown)
        {
            yield return Finding.Stop("CreditUnknown", "credits", TranslationPair.Quote(unknown.Name ?? ""));
        }

        foreach (var finding in OfFigures(piece).Concat(OfSource(piece)).Concat(OfTranslator(piece)).Concat(OfPicture(piece)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> OfSource(CheckedPiece piece)
    {
        if (piece.Content.Source is not { } source)
        {
            yield break;
        }

        if (source.PublicationId is null)
        {
            yield return Finding.Stop("NoPublication", "source-publication");
        }

        if (string.IsNullOrWhiteSpace(source.Url))
        {
            yield return Finding.Stop("NoSourceAddress", "source-url");
        }
        else if (!IsWebAddress(source.Url))
        {
            yield return Finding.Stop("SourceAddressUnfit", "source-url");
        }

        if (!string.IsNullOrWhiteSpace(source.ArchivedUrl) && !IsWebAddress(source.ArchivedUrl))
        {
            yield return Finding.Stop("ArchiveAddressUnfit", "source-archived");
        }

        if (source.Language is null)
        {
            yield return Finding.Stop("NoSourceLanguage", "source-language");
        }

        if (source.PublishedOn is null)
        {
            yield return Finding.Stop("NoSourceDate", "source-date");
        }

        if (source.Permission is PermissionState.Unknown or PermissionState.Requested)
        {
            yield return Finding.Stop("NoPermission", "permission");
        }

        if (source.Terms?.Trim().Length > Source.MaxTermsLength)
        {
            yield return Finding.Stop("TermsTooLong", "terms");
        }
    }

    private static IEnumerable<Finding> OfTranslator(CheckedPiece piece)
    {
        if (piece.IsTranslation && piece.Content.Credits.All(c => c.Role != CreditRole.Translator))
        {
            yield return Finding.Stop("NoTranslator", "credits");
        }
    }

    private static IEnumerable<Finding> OfFigures(CheckedPiece piece)
    {
        foreach (var (paragraph, figure) in ArticleFigure.In(piece.Content.Body))
        {
            if (figure.Alt.Length == 0)
            {
                yield return Finding.Stop("FigureNoAlt", "body") with { Paragraph = paragraph };
            }

            if (!piece.FigureCredits.TryGetValue(figure.File, out var hasCredit))
            {
                yield return Finding.Stop("FigureUnknown", "body") with { Paragraph = paragraph };
            }
            else if (!hasCredit)
            {
                yield return Finding.Stop("FigureNoCredit", "body") with { Paragraph = paragraph };
            }
        }
    }

    private static IEnumerable<Finding> OfPicture(CheckedPiece piece)
    {
        if (piece.Content.Picture is not { } picture)
        {
            yield break;
        }

        if (!picture.IsDecorative && string.IsNullOrWhiteSpace(picture.Alt))
        {
            yield return Finding.Stop("NoAlt", "picture-alt");
        }

        if (picture.Alt.Length > Media.PictureFile.MaxTextLength || picture.Caption?.Length > Media.PictureFile.MaxTextLength)
        {
            yield return Finding.Stop("PictureTextTooLong", "picture-alt", Number(Media.PictureFile.MaxTextLength));
        }

        if (!piece.PictureHasCredit)
        {
            yield return Finding.Stop("NoPictureCredit", "picture");
        }
    }

    private static IEnumerable<Finding> Advising(CheckedPiece piece)
    {
        if (piece.Content.Headline.Trim().Length is > LongHeadline and <= Article.MaxHeadlineLength)
        {
            yield return Finding.Advice("LongHeadline", "headline", null, Number(piece.Content.Headline.Trim().Length), Number(LongHeadline));
        }

        foreach (var link in piece.BrokenLinks.Take(TranslationChecks.MostOfAKind))
        {
            yield return Finding.Advice(link.IsDraft ? "LinkToDraft" : "LinkBroken", "body", link.Paragraph, TranslationPair.Quote(link.Address));
        }

        if (piece.Basis is { HasChanged: true })
        {
            yield return Finding.Advice("BasisChanged", "source-basis", null);
        }

        foreach (var finding in TranslationChecks.Find(piece))
        {
            yield return finding;
        }
    }

    /// <summary>True for an address a reader could follow in a browser.</summary>
    public static bool IsWebAddress(string address) => Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
