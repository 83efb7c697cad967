using System.Globalization;
using NewsSite.Desk;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Findings to print.</summary>
/// <param name="Findings">What the checks say.</param>
/// <param name="Words">The words.</param>
/// <param name="Editor">The address of the editor; empty on the editor itself.</param>
public sealed record FindingsView(IReadOnlyList<Finding> Findings, Words Words, string Editor)
{
    /// <summary>A finding as a sentence.</summary>
    public string Sentence(Finding finding) => Words.Format($"Finding.{finding.Check}", [.. finding.Details.Select(Written)]);

    /// <summary>Where it is, for one of a paragraph.</summary>
    public string? Place(Finding finding) => finding.Paragraph is { } paragraph ? Words.Format("FindingPlace", Words.Number(paragraph)) : null;

    /// <summary>A number in the page's own digits; what is quoted from a text stays as it stands there.</summary>
    private string Written(string detail) => long.TryParse(detail, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Words.Number(number) : detail;
}
