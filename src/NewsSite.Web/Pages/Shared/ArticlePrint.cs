using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Media;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Shared;

/// <summary>All the page of an article prints of it, whether it comes from the records readers' pages are made of or from a draft nobody but the desk has.</summary>
public sealed record ArticlePrint
{
    /// <summary>The page it is printed on.</summary>
    public required SitePage Page { get; init; }

    /// <summary>The text and what stands about it on its page alone.</summary>
    public required ArticleText Text { get; init; }

    /// <summary>The article as lists print it, with its credits.</summary>
    public required ArticleCard Card { get; init; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<TopicView> Topics { get; init; } = [];

    /// <summary>Its dated public notes.</summary>
    public IReadOnlyList<CorrectionView> Corrections { get; init; } = [];

    /// <summary>The same piece in other languages.</summary>
    public IReadOnlyList<ArticleCard> OtherLanguages { get; init; } = [];

    /// <summary>All parts of its series, in order, itself among them; empty when it belongs to none.</summary>
    public IReadOnlyList<ArticleCard> SeriesParts { get; init; } = [];

    /// <summary>The records of the pictures within its text.</summary>
    public IReadOnlyList<FigureRecord> Figures { get; init; } = [];

    /// <summary>True where readers talk about it below.</summary>
    public bool HasConversation { get; init; }

    /// <summary>The version of ours it was translated from, where readers have it.</summary>
    public ArticleCard? Basis => OtherLanguages.FirstOrDefault(o => o.Id == Text.BasisId);

    /// <summary>Who made its picture and on which terms it is shown.</summary>
    public PictureCreditView PictureCredit => PictureCreditView.Of(Text.PictureMaker, Text.PictureRole, Text.PictureLicence, Text.StoredCredit, Page);

    /// <summary>Where its pictures are served: those of a draft, where only the newsroom gets them.</summary>
    public string PicturePath => Text.Status == ArticleStatus.Draft ? PictureSizes.DeskPath : PictureSizes.BasePath;

    /// <summary>Its picture.</summary>
    public PictureView Picture => PictureView.Of(Card) with { BasePath = PicturePath };
}

/// <summary>What the page prints of the article itself.</summary>
public sealed record ArticleText
{
    public required int Id { get; init; }

    public required string Language { get; init; }

    public required SafeHtml Body { get; init; }

    public required ArticleStatus Status { get; init; }

    public string? WithdrawalNote { get; init; }

    public ConversationMode? Conversation { get; init; }

    public bool ConversationStaysOpen { get; init; }

    public LocalizedText? SeriesName { get; init; }

    public string? SeriesSlug { get; init; }

    public string? PictureCaption { get; init; }

    public string? PictureLicence { get; init; }

    public CreditRole? PictureRole { get; init; }

    public PictureMaker? PictureMaker { get; init; }

    public StoredCredit? StoredCredit { get; init; }

    public string? OriginalTitle { get; init; }

    public string? OriginalUrl { get; init; }

    public string? ArchivedUrl { get; init; }

    public string? Permission { get; init; }

    /// <summary>The version of ours it was translated from.</summary>
    public int? BasisId { get; init; }

    /// <summary>When the text last changed; UTC.</summary>
    public DateTime? ModifiedAt { get; init; }

    /// <summary>True where the text says something else than when it appeared.</summary>
    public bool HasChanged { get; init; }
}

/// <summary>A topic.</summary>
public sealed record TopicView(string Slug, LocalizedText Name);

/// <summary>A dated public note.</summary>
/// <param name="Kind">What the note is.</param>
/// <param name="NotedAt">When it was made; UTC.</param>
/// <param name="Text">What it says.</param>
/// <param name="ChangesJson">The paragraphs that changed with it, as they are stored.</param>
public sealed record CorrectionView(CorrectionKind Kind, DateTime NotedAt, string Text, string? ChangesJson)
{
    /// <summary>The paragraphs that changed with it.</summary>
    public IReadOnlyList<TextChange> Changes => TextChange.FromJson(ChangesJson);
}
