namespace NewsSite.Desk.Checks;

/// <summary>Compares a translation with its original and says where they differ in what does not depend on the language. Advice only: a translator may have every reason.</summary>
public static class TranslationChecks
{
    /// <summary>So many findings of one kind are shown; with more the texts are not of one another, and a list would not help.</summary>
    public const int MostOfAKind = 12;

    /// <summary>What differs from the text it was translated from: a version of ours, or else the original. Nothing for a piece that is no translation, or whose original is not kept at the desk.</summary>
    public static IEnumerable<Finding> Find(CheckedPiece piece)
    {
        var (content, basis) = (piece.Content, piece.Basis);
        var language = basis is null ? content.Source?.Language ?? "und" : basis.Language;
        var title = basis is null ? content.Source?.Title : basis.Then.Headline;
        if ((basis is null && string.IsNullOrWhiteSpace(piece.Original)) || string.IsNullOrWhiteSpace(content.Body) || language == piece.Language)
        {
            return [];
        }

        var pair = new TranslationPair(
            basis is null ? ComparedText.OfOriginal(piece.Original!, language, title) : ComparedText.OfBody(basis.Then.Body, language),
            ComparedText.OfBody(content.Body, piece.Language),
            new ComparedText(piece.Language, [new Stretch(0, content.Headline, []), new Stretch(0, content.Standfirst, [])]),
            new ComparedText(language, [new Stretch(0, title ?? "", [])]));
        return new IEnumerable<Finding>[]
        {
            LengthCheck.Find(pair), ParagraphsCheck.Find(pair), UntranslatedCheck.Find(pair), NumbersCheck.Find(pair), DatesCheck.Find(pair), NamesCheck.Find(pair, piece.KnownNames), LinksCheck.Find(pair),
        }.SelectMany(kind => kind.Take(MostOfAKind));
    }
}
