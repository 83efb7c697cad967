using NewsSite.Desk;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Findings to print.</summary>
/// <param name="Findings">What the checks say.</param>
/// <param name="Words">The words.</param>
/// <param name="Editor">The address of the editor; empty on the editor itself.</param>
public sealed record FindingsView(IReadOnlyList<Finding> Findings, Words Words, string Editor)
{
    /// <summary>A finding as a sentence; one of a check whose words are not here yet is its name.</summary>
    public string Sentence(Finding finding) => Words.IfKnown($"Finding.{finding.Check}") is null ? finding.Check : Words.Format($"Finding.{finding.Check}", [.. finding.Details]);
}
