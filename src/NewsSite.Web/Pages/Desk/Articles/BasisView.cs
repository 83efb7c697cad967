using System.Globalization;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>What the editor shows of the text a piece is translated from, when that is one of ours.</summary>
/// <param name="Text">The text chosen; null when it is translated from its source, or from nothing.</param>
/// <param name="Choices">The versions that can be chosen.</param>
public sealed record BasisView(BasisText? Text, IReadOnlyList<BasisChoice> Choices)
{
    /// <summary>Nothing to choose from.</summary>
    public static readonly BasisView None = new(null, []);

    /// <summary>The choices that are not the present one: other versions, and the same one as it is now where it has changed.</summary>
    public IEnumerable<BasisChoice> Others => Choices.Where(c => c.Basis != Text?.Basis && (c.Basis.ArticleId != Text?.Basis.ArticleId || Text.HasChanged));

    /// <summary>True where there is something to choose or to show.</summary>
    public bool IsShown => Text is not null || Choices.Count > 0;

    /// <summary>A basis as a form sends it.</summary>
    public static string Value(ContentBasis basis) => string.Create(CultureInfo.InvariantCulture, $"{basis.ArticleId}.{basis.Revision}");

    /// <summary>Reads it; null for anything else.</summary>
    public static ContentBasis? Read(string? value) =>
        value?.Split('.') is [var article, var revision]
        && int.TryParse(article, NumberStyles.None, CultureInfo.InvariantCulture, out var articleId) && articleId > 0
        && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new ContentBasis(articleId, number)
            : null;
}
