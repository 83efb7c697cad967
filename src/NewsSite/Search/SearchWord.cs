namespace NewsSite.Search;

/// <summary>A word of a text as the search knows it.</summary>
/// <param name="Start">Where it begins in the text, in characters.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Folded">The word in small letters without marks: what beginnings of words are compared by.</param>
public readonly record struct SearchWord(int Start, int Length, string Folded)
{
    /// <summary>What all forms of the word share: what words are compared by.</summary>
    public string Stem => WordStem.Of(Folded);
}
