namespace NewsSite.Accounts;

/// <summary>A language somebody translates into.</summary>
/// <param name="language">The language; a BCP 47 tag in canonical case.</param>
public sealed class AccountLanguage(string language)
{
    /// <summary>The account that translates.</summary>
    public int AccountId { get; private set; }

    /// <summary>The language; a BCP 47 tag in canonical case.</summary>
    public string Language { get; private set; } = language;
}
