using System.Globalization;

namespace NewsSite.Text;

/// <summary>The ways a word is usually written in small and capital letters: for searches by the database, of which SQLite knows the cases of Latin letters only.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Lower">In small letters.</param>
/// <param name="Upper">In capitals.</param>
/// <param name="Title">With a capital at the beginning.</param>
public sealed record LetterCases(string Typed, string Lower, string Upper, string Title)
{
    /// <summary>Those of a text. What no database takes is left out.</summary>
    public static LetterCases Of(string text)
    {
        var typed = text.Replace("\0", "", StringComparison.Ordinal).Trim();
        var lower = typed.ToLowerInvariant();
        return new(typed, lower, typed.ToUpperInvariant(), lower.Length == 0 ? lower : char.ToUpper(lower[0], CultureInfo.InvariantCulture) + lower[1..]);
    }
}
