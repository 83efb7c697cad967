using NewsSite.Text;

namespace NewsSite.Credits;

/// <summary>Why a name is not taken, or what hangs on it not changed. Each has a sentence under <c>CreditRefusal.</c> and its name.</summary>
public enum CreditRefusal
{
    /// <summary>There is nobody of that kind.</summary>
    NotFound,

    /// <summary>That is for others to do.</summary>
    NotAllowed,

    /// <summary>A name is wanted.</summary>
    NameMissing,

    /// <summary>A name is too long.</summary>
    NameTooLong,

    /// <summary>That is not the tag of a language.</summary>
    LanguageUnfit,
}

/// <summary>A name as it is typed: the one printed, and the one in the own script where that is not Latin.</summary>
/// <param name="Name">The name printed.</param>
/// <param name="ScriptName">The name in its own script.</param>
/// <param name="ScriptLanguage">The language of that.</param>
public sealed record NewName(string? Name, string? ScriptName = null, string? ScriptLanguage = null)
{
    /// <summary>Trimmed, empty ones gone, the language in its canonical case where it is one.</summary>
    public NewName Cleaned => new(
        TypedText.Line(Name ?? ""),
        TypedText.Line(ScriptName ?? "") is { Length: > 0 } script ? script : null,
        string.IsNullOrWhiteSpace(ScriptLanguage) ? null : LanguageTag.Canonical(ScriptLanguage) ?? ScriptLanguage);

    /// <summary>Why it cannot be taken; null when it can. Of a cleaned one.</summary>
    public CreditRefusal? WhyNot => Name is not { Length: > 0 } ? CreditRefusal.NameMissing
        : Name.Length > Contributor.MaxNameLength || ScriptName?.Length > Contributor.MaxNameLength ? CreditRefusal.NameTooLong
        : ScriptLanguage is { } tag && LanguageTag.Canonical(tag) is null ? CreditRefusal.LanguageUnfit
        : null;

    /// <summary>A slug made of the name that is not taken; where no letter of it can be written in Latin, of the fallback.</summary>
    internal static async Task<string> FreeSlugAsync(string name, string fallback, Func<string, Task<bool>> isTaken)
    {
        var wanted = Slug.From(name) is { Length: > 0 } made ? made : fallback;
        var free = wanted;
        for (var i = 2; await isTaken(free); i++)
        {
            free = $"{wanted[..Math.Min(wanted.Length, Slug.MaxLength - 8)].TrimEnd('-')}-{i}";
        }

        return free;
    }
}

/// <summary>What became of a new name.</summary>
/// <param name="Found">Who has it now.</param>
/// <param name="IsNew">True when they were made for it.</param>
/// <param name="Why">Why nobody has.</param>
public sealed record NameOutcome(FoundName? Found, bool IsNew, CreditRefusal? Why)
{
    internal static NameOutcome Refused(CreditRefusal why) => new(null, false, why);
}
