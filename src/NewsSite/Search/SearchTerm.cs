namespace NewsSite.Search;

/// <summary>One thing asked for: a word, words that stand together, or the beginning of a word.</summary>
/// <param name="Words">The words; at least one.</param>
/// <param name="IsPrefix">True where the last is only a beginning.</param>
public sealed record SearchTerm(IReadOnlyList<SearchWord> Words, bool IsPrefix)
{
    /// <summary>A beginning shorter than this is taken for a word: it would find half of everything, and slowly.</summary>
    public const int MinPrefix = 2;

    private readonly string[] stems = [.. Words.Select(w => w.Stem)];

    /// <summary>The last word and its stem as beginnings, those another one covers left out: портнико* finds what is kept as портник.</summary>
    private IEnumerable<string> Beginnings
    {
        get
        {
            var (folded, stem) = (Words[^1].Folded, stems[^1]);
            return folded.StartsWith(stem, StringComparison.Ordinal) ? [stem] : [folded, stem];
        }
    }

    /// <summary>The same as a beginning, where it is long enough for one.</summary>
    public SearchTerm AsPrefix => IsPrefix || Words[^1].Folded.Length < MinPrefix + 1 ? this : this with { IsPrefix = true };

    /// <summary>What to look for in a zone of <see cref="SearchTokens"/>.</summary>
    internal SearchMatch In(string zone)
    {
        if (!IsPrefix)
        {
            return new SearchMatch.Words([.. stems.Select(s => zone + s)]);
        }

        SearchMatch[] ways = [.. Beginnings.Select(b => new SearchMatch.Words([.. stems.SkipLast(1).Append(b).Select(s => zone + s)], IsPrefix: true))];
        return ways.Length == 1 ? ways[0] : new SearchMatch.Any(ways);
    }

    /// <summary>True where it stands in a text at that word.</summary>
    internal bool IsAt(IReadOnlyList<SearchWord> words, int at)
    {
        if (at + stems.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < stems.Length; i++)
        {
            var word = words[at + i];
            if (word.Stem != stems[i] && !(IsPrefix && i == stems.Length - 1 && Beginnings.Any(b => word.Stem.StartsWith(b, StringComparison.Ordinal) || word.Folded.StartsWith(b, StringComparison.Ordinal))))
            {
                return false;
            }
        }

        return true;
    }
}
