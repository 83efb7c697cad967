using NewsSite.Newsletter;

namespace NewsSite.Web.Pages.Newsletter;

/// <summary>What the newsletter's form sends.</summary>
public sealed record TypedChoices
{
    /// <summary>The address.</summary>
    public string? Email { get; init; }

    /// <summary>The languages ticked.</summary>
    public string[] Languages { get; init; } = [];

    /// <summary>The sections ticked.</summary>
    public int[] Sections { get; init; } = [];

    /// <summary>How often.</summary>
    public IssueRhythm Rhythm { get; init; } = IssueRhythm.Weekly;

    /// <summary>The form filled in with what is chosen already.</summary>
    public static TypedChoices Of(NewsletterChoices choices) => new() { Languages = [.. choices.Languages], Sections = [.. choices.Sections], Rhythm = choices.Rhythm };
}
