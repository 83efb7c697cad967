namespace NewsSite.Desk;

/// <summary>What a check found before publishing.</summary>
/// <param name="Check">The check; its sentence is under <c>Finding.</c> and this name.</param>
/// <param name="Field">The field of the editor it is about; the page jumps there.</param>
/// <param name="Stops">True when the piece cannot be published so; false for advice.</param>
/// <param name="Details">What fills the blanks of the sentence: numbers in digits, and texts between isolates, as <see cref="Checks.TranslationPair.Quote"/> makes them.</param>
/// <param name="Paragraph">The paragraph of the text it is about, from 1; null where it is about the whole.</param>
public sealed record Finding(string Check, string Field, bool Stops, IReadOnlyList<string> Details, int? Paragraph = null)
{
    /// <summary>Something that stops.</summary>
    public static Finding Stop(string check, string field, params string[] details) => new(check, field, true, details);

    /// <summary>Something to think about.</summary>
    public static Finding Advice(string check, string field, int? paragraph, params string[] details) => new(check, field, false, details, paragraph);
}
