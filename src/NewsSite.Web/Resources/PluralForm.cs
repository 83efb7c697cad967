namespace NewsSite.Web.Resources;

/// <summary>Which form of a word stands with a number: the cardinal rules of Unicode CLDR 46 for the languages of the chrome.</summary>
internal static class PluralForm
{
    public static string Of(string language, int n) => language switch
    {
        "uk" => (n % 10, n % 100) switch
        {
            (1, not 11) => "one",
            (>= 2 and <= 4, not (>= 12 and <= 14)) => "few",
            _ => "many",
        },
        "ar" => (n, n % 100) switch
        {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, >= 3 and <= 10) => "few",
            (_, >= 11) => "many",
            _ => "other",
        },
        // English has no form for zero; ours says "no comments yet" rather than "0 comments".
        _ => n switch { 0 => "zero", 1 => "one", _ => "other" },
    };
}
