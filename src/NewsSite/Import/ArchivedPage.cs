using NewsSite.Credits;

namespace NewsSite.Import;

/// <summary>What a text dump of a page says, before anything is stored.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Categories">The categories, in the order printed.</param>
/// <param name="Credits">People by role, in the order printed.</param>
/// <param name="Source">The outlet the piece came from; null where the page names none.</param>
/// <param name="PrintedDate">A date printed above or below the headline, if any.</param>
/// <param name="Paragraphs">The paragraphs of the text.</param>
/// <param name="Comments">The comments in the order printed; a parent always comes first.</param>
/// <param name="TranslatedFrom">The language named in a "Translated from X by" line, as printed.</param>
/// <param name="Left">Lines that were understood and left out, or not understood, with their numbers.</param>
public sealed record ArchivedPage(
    string Headline,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ArchivedCredit> Credits,
    ArchivedSource? Source,
    DateOnly? PrintedDate,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<ArchivedComment> Comments,
    string? TranslatedFrom,
    IReadOnlyList<LeftLine> Left);

/// <summary>A person in a role.</summary>
public sealed record ArchivedCredit(CreditRole Role, string Name);

/// <summary>An outlet, with the address and day where the line gave them.</summary>
public sealed record ArchivedSource(string Name, string? Url, DateOnly? PublishedOn);

/// <summary>A comment as displayed.</summary>
/// <param name="Line">The line of its header, from 1.</param>
/// <param name="Name">Who wrote it.</param>
/// <param name="Level">Displayed level, from 1.</param>
/// <param name="Parent">Its place in the list of the comment it is displayed beneath; null at the top.</param>
/// <param name="PostedAt">The printed date and time, taken as UTC; null where none is printed.</param>
/// <param name="Text">The text, as Markdown that prints what stood there.</param>
public sealed record ArchivedComment(int Line, string Name, int Level, int? Parent, DateTime? PostedAt, string Text);

/// <summary>A line that was not used.</summary>
public sealed record LeftLine(int Number, string Text);

/// <summary>Why a text was not taken for a page, one sentence for each thing that is missing.</summary>
public sealed record PageRefusal(IReadOnlyList<string> Sentences)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(Environment.NewLine, Sentences);
}
