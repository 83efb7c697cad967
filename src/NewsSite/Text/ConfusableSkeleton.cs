using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace NewsSite.Text;

/// <summary>
/// Brings words to a form in which look-alikes are the same: «Раul» with a Cyrillic Р and а is "Paul". After Unicode Technical Standard #39, section 4,
/// with its table of confusables (taken from the npm package unhomoglyph 1.0.6, MIT; the data are Unicode's). For comparing only, never for printing.
/// </summary>
public static class ConfusableSkeleton
{
    private static readonly FrozenDictionary<Rune, string> Prototypes = Load();

    /// <summary>The skeleton of the text in one case: compatibility forms and case are levelled first (NFKC, lower case), then look-alikes.</summary>
    public static string Of(string text) => Draw(Fold(text));

    /// <summary>
    /// The skeleton of the text as it is written, then in one case. Capitals of two scripts look alike where the small letters do not: «НАТО» and "HATO".
    /// Two names clash when either form of one is either form of the other.
    /// </summary>
    public static string AsWritten(string text) => Draw(Fold(Draw(text.Normalize(NormalizationForm.FormKC))));

    /// <summary>Levels compatibility forms and case, and leaves look-alikes as they are.</summary>
    internal static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);

    /// <summary>What one character looks like; itself where nothing else does.</summary>
    internal static string ShapeOf(Rune rune) => Prototypes.TryGetValue(rune, out var prototype) ? prototype : rune.ToString();

    private static string Draw(string text)
    {
        var skeleton = new StringBuilder(text.Length);
        var afterSpace = true;
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                // Runs of space are one: nobody sees the second.
                skeleton.Append(afterSpace ? "" : " ");
                afterSpace = true;
            }
            else if (Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control))
            {
                skeleton.Append(ShapeOf(rune));
                afterSpace = false;
            }
        }

        return skeleton.ToString().TrimEnd().Normalize(NormalizationForm.FormD);
    }

    private static FrozenDictionary<Rune, string> Load()
    {
        using var table = typeof(ConfusableSkeleton).Assembly.GetManifestResourceStream("NewsSite.Text.Confusables.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(table)!.ToFrozenDictionary(pair => pair.Key.EnumerateRunes().First(), pair => pair.Value);
    }
}
