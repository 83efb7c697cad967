using NewsSite.Web.Newsletter;

namespace NewsSite.Web.Pages.Newsletter;

/// <summary>The fields of what a subscriber chooses.</summary>
/// <param name="Page">The page they stand on.</param>
/// <param name="Sections">The sections there are.</param>
/// <param name="Typed">What is ticked.</param>
/// <param name="Problem">The key of the sentence that says why the form was not taken; null for none.</param>
public sealed record ChoiceFields(SitePage Page, IReadOnlyList<OfferedSection> Sections, TypedChoices Typed, string? Problem = null)
{
    /// <summary>True where a language is missing.</summary>
    public bool LacksLanguage => Problem == "Newsletter.NoLanguage";
}
