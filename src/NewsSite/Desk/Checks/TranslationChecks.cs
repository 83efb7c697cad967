namespace NewsSite.Desk.Checks;

/// <summary>Compares a translation with its original and says where they differ in what does not depend on the language. Advice only: a translator may have every reason.</summary>
public static class TranslationChecks
{
    /// <summary>So many findings of one kind are shown; with more the texts are not of one another, and a list would not help.</summary>
    public const int MostOfAKind = 12;

    /// <summary>What differs. Nothing for a piece that is no translation, or whose original is not kept at the desk.</summary>
    public static IEnumerable<Finding> Find(CheckedPiece piece)
    {
        var (content, language) = (piece.Content, piece.Content.Source?.Language ?? "und");
        if (string.IsNullOrWhiteSpace(piece.Original) || string.IsNullOrWhiteSpace(content.Body) || language == piece.Language)
        {
            return [];
        }

        var pair = new TranslationPair(
            ComparedText.OfOriginal(piece.Original, language, content.Source?.Title),
            ComparedText.OfBody(content.Body, piece.Language),
            new ComparedText(piece.Language, [new Stretch(0, content.Headline, []), new Stretch(0, content.Standfirst, [])]),
            new ComparedText(language, [new Stretch(0, content.Source?.Title ?? "", [])]));
        return new IEnumerable<Finding>[]
        {
            LengthCheck.Find(pair), ParagraphsCheck.Find(pair), UntranslatedCheck.Find(pair), NumbersCheck.Find(pair), DatesCheck.Find(pair), NamesCheck.Find(pair, piece.KnownNames), LinksCheck.Find(pair),
        }.SelectMany(kind => kind.Take(MostOfAKind));
    }
}
