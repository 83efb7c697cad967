using NewsSite.Text;

namespace NewsSite.Search;

/// <summary>
/// What somebody typed, understood: words that all have to be there, "words in quotes" that have to stand together, <c>-words</c> that must not be there, and the beginnings of
/// words, <c>begin*</c>. Whatever is typed is understood as something; what is no word is passed over.
/// </summary>
public sealed class SearchQuery
{
    /// <summary>So many characters are read.</summary>
    public const int MaxLength = 300;

    /// <summary>So many things are looked for.</summary>
    public const int MaxTerms = 32;

    private const string Quotes = "\"“”„«»‟＂";
    private const string Minuses = "-−–";

    private SearchQuery(string typed, IReadOnlyList<SearchTerm> wanted, IReadOnlyList<SearchTerm> unwanted) => (Typed, Wanted, Unwanted) = (typed, wanted, unwanted);

    /// <summary>What was typed, without what is no text.</summary>
    public string Typed { get; }

    /// <summary>What has to be there.</summary>
    public IReadOnlyList<SearchTerm> Wanted { get; }

    /// <summary>What must not be there.</summary>
    public IReadOnlyList<SearchTerm> Unwanted { get; }

    /// <summary>Understands what was typed.</summary>
    public static SearchQuery Parse(string? typed)
    {
        var text = TypedText.Line(typed ?? "");
        text = text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        List<SearchTerm> wanted = [], unwanted = [], common = [];
        foreach (var (piece, isQuoted, isUnwanted) in Pieces(text))
        {
            if (wanted.Count + unwanted.Count + common.Count < MaxTerms && TermOf(piece, isQuoted) is { } term)
            {
                (isUnwanted ? unwanted : !isQuoted && !term.IsPrefix && StopWords.Are(term) ? common : wanted).Add(term);
            }
        }

        // Words everything has say nothing, unless there are no others.
        return new SearchQuery(text, wanted.Count > 0 ? wanted : common, unwanted);
    }

    private static SearchTerm? TermOf(string piece, bool isQuoted)
    {
        var words = SearchWords.Of(piece);
        return words.Count == 0 ? null : new SearchTerm(words, !isQuoted && piece[^1] == '*' && words[^1].Folded.Length >= SearchTerm.MinPrefix);
    }

    private static IEnumerable<(string Piece, bool IsQuoted, bool IsUnwanted)> Pieces(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var isUnwanted = Minuses.Contains(text[i], StringComparison.Ordinal) && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
            i += isUnwanted ? 1 : 0;
            var isQuoted = Quotes.Contains(text[i], StringComparison.Ordinal);
            i += isQuoted ? 1 : 0;
            var end = i;
            while (end < text.Length && !Quotes.Contains(text[end], StringComparison.Ordinal) && (isQuoted || !char.IsWhiteSpace(text[end])))
            {
                end++;
            }

            yield return (text[i..end], isQuoted, isUnwanted);
            i = isQuoted ? end + 1 : end;
        }
    }
}
