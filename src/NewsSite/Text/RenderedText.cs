namespace NewsSite.Text;

/// <summary>Why a text was not taken.</summary>
public enum MarkupRefusal
{
    /// <summary>Nothing is left when it is printed.</summary>
    Empty,

    /// <summary>It has more characters than allowed.</summary>
    TooLong,

    /// <summary>Quotes, lists or brackets are nested deeper than anyone could read.</summary>
    TooDeep,
}

/// <summary>What became of a text: the markup to print, or the reason it was not taken.</summary>
/// <param name="Html">The markup; empty when refused.</param>
/// <param name="Words">Words in the printed text.</param>
/// <param name="Refusal">Null when the text was taken.</param>
public sealed record RenderedText(SafeHtml Html, int Words, MarkupRefusal? Refusal)
{
    internal static RenderedText Refused(MarkupRefusal refusal) => new(SafeHtml.Empty, 0, refusal);
}
