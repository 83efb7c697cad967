namespace NewsSite.Text;

/// <summary>The few words the markup itself says in an article: heading of the notes and the names screen readers speak.</summary>
/// <param name="Notes">The heading over the footnotes.</param>
/// <param name="Note">The name of a reference, before its number.</param>
/// <param name="TranslatorsNote">The same for a note the translator wrote.</param>
/// <param name="Back">The name of the way back from a note, before its number.</param>
/// <param name="Table">The name of a table's scroll region, before its number.</param>
internal sealed record FootnoteWords(string Notes, string Note, string TranslatorsNote, string Back, string Table)
{
    private static readonly FootnoteWords English = new("Notes", "Note", "Translator’s note", "Back to the text from note", "Table");
    private static readonly FootnoteWords Ukrainian = new("Примітки", "Примітка", "Примітка перекладача", "Назад до тексту від примітки", "Таблиця");
    private static readonly FootnoteWords Arabic = new("الحواشي", "حاشية", "ملاحظة المترجم", "العودة إلى النص من الحاشية", "جدول");

    /// <summary>How a note by the translator begins, in any of the languages of the house; the straight apostrophe is what keyboards type.</summary>
    private static readonly string[] TranslatorsBeginnings = ["Translator’s note:", "Translator's note:", "Примітка перекладача:", "ملاحظة المترجم:"];

    /// <summary>The words for an article in that language; English when the house has none.</summary>
    public static FootnoteWords For(string language) => language.Split('-')[0] switch
    {
        "uk" => Ukrainian,
        "ar" => Arabic,
        _ => English,
    };

    /// <summary>True when a note that begins with this text is the translator's.</summary>
    public static bool IsTranslators(string text) =>
        TranslatorsBeginnings.Any(b => text.AsSpan().TrimStart().StartsWith(b, StringComparison.OrdinalIgnoreCase));
}
