using System.Text;
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

    /// <summary>The address of a page elsewhere is none.</summary>
    LinkUnfit,

    /// <summary>More addresses than anybody would follow.</summary>
    TooManyLinks,

    /// <summary>That is no slug.</summary>
    SlugUnfit,

    /// <summary>Another one has that slug, or had it.</summary>
    SlugTaken,

    /// <summary>A text about them is too long.</summary>
    TextTooLong,

    /// <summary>Nobody can sign in with that address.</summary>
    NoAccount,

    /// <summary>The newsroom has no such picture.</summary>
    NoPicture,

    /// <summary>Nothing can be merged with itself.</summary>
    Itself,
}

/// <summary>A name as it is typed: the one printed, and the one in the own script where that is not Latin.</summary>
/// <param name="Name">The name printed.</param>
/// <param name="ScriptName">The name in its own script.</param>
/// <param name="ScriptLanguage">The language of that.</param>
public sealed record NewName(string? Name, string? ScriptName = null, string? ScriptLanguage = null)
{
    /// <summary>Trimmed, empty ones gone, the language in its canonical case where it is one. A method, for the binding of forms walks through properties and would never end here.</summary>
    public NewName Clean() => new(
        TypedText.Line(Name ?? ""),
        TypedText.Line(ScriptName ?? "") is { Length: > 0 } script ? script : null,
        string.IsNullOrWhiteSpace(ScriptLanguage) ? null : LanguageTag.Canonical(ScriptLanguage) ?? ScriptLanguage);

    /// <summary>Why it cannot be taken; null when it can. Of a cleaned one.</summary>
    public CreditRefusal? WhyNot => Name is null || !Name.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? CreditRefusal.NameMissing
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

/// <summary>What hangs on a name whatever it names, as it is typed.</summary>
public record NameForm
{
    /// <summary>The longest text about somebody in one language, in characters.</summary>
    public const int MaxTextLength = 1_000;

    /// <summary>The longest address, in characters.</summary>
    public const int MaxLinkLength = 2_000;

    /// <summary>So many other spellings are kept at most.</summary>
    public const int MaxAliases = 50;

    /// <summary>The name printed.</summary>
    public string? Name { get; init; }

    /// <summary>The name in its own script.</summary>
    public string? ScriptName { get; init; }

    /// <summary>A language: of the script's name, or the one an outlet publishes in.</summary>
    public string? Language { get; init; }

    /// <summary>The names in texts of other languages.</summary>
    public Dictionary<string, string?> Names { get; init; } = [];

    /// <summary>Other spellings, a line each.</summary>
    public string? Aliases { get; init; }

    /// <summary>A sentence or two, by language.</summary>
    public Dictionary<string, string?> About { get; init; } = [];

    /// <summary>The page elsewhere.</summary>
    public string? Link { get; init; }

    /// <summary>The place in addresses.</summary>
    public string? Slug { get; init; }

    /// <summary>The names printed, cleaned.</summary>
    internal NewName Printed => new NewName(Name, ScriptName, Language).Clean();

    /// <summary>The other spellings, cleaned.</summary>
    internal IReadOnlyList<string> AliasList => [.. NameFinder.Distinct(TypedText.Clean(Aliases ?? "").Split('\n').Select(TypedText.Line)).Take(MaxAliases)];

    /// <summary>The page elsewhere, cleaned; null for none.</summary>
    internal string? Address => Said(Link);

    /// <summary>Why it cannot be taken; null when it can.</summary>
    internal CreditRefusal? WhyNot => Printed.WhyNot
        ?? (Names.Values.Concat(AliasList).Any(n => n?.Trim().Length > Contributor.MaxNameLength) ? CreditRefusal.NameTooLong
        : Names.Keys.Concat(About.Keys).Any(tag => LanguageTag.Canonical(tag) is null) ? CreditRefusal.LanguageUnfit
        : About.Values.Any(t => t?.Length > MaxTextLength) ? CreditRefusal.TextTooLong
        : Address is { } link && !IsWeb(link) ? CreditRefusal.LinkUnfit
        : !Text.Slug.IsValid(Slug?.Trim()) ? CreditRefusal.SlugUnfit
        : null);

    /// <summary>True for an address a reader could follow in a browser.</summary>
    internal static bool IsWeb(string link) => link.Length <= MaxLinkLength && LinkAddress.IsWeb(link) && LinkAddress.Safe(link, sitePaths: false) is not null;

    /// <summary>Texts by language, each cleaned.</summary>
    internal static LocalizedText Texts(Dictionary<string, string?> typed) => LocalizedText.Of(typed.Select(t => KeyValuePair.Create(t.Key, TypedText.Line(t.Value ?? ""))));

    /// <summary>A line, cleaned; null for none.</summary>
    internal static string? Said(string? typed) => TypedText.Line(typed ?? "") is { Length: > 0 } line ? line : null;

    /// <summary>What is different, for the log.</summary>
    internal static string Differences(params (string Field, string? Before, string? After)[] fields) =>
        string.Join("; ", fields.Where(f => (f.Before ?? "") != (f.After ?? "")).Select(f => $"{f.Field}: {f.Before ?? "—"} → {f.After ?? "—"}"));
}

/// <summary>What a merging would move.</summary>
/// <param name="Kept">Who stays.</param>
/// <param name="Gone">Who becomes a part of them.</param>
/// <param name="Pieces">So many pieces name who goes.</param>
/// <param name="Pictures">So many pictures do.</param>
/// <param name="Accounts">So many accounts are theirs.</param>
/// <param name="Headlines">Headlines of some of the pieces.</param>
public sealed record MergePreview(FoundName Kept, FoundName Gone, int Pieces, int Pictures, int Accounts, IReadOnlyList<string> Headlines)
{
    /// <summary>So many headlines are shown.</summary>
    public const int MostHeadlines = 10;
}

/// <summary>What became of a new name.</summary>
/// <param name="Found">Who has it now.</param>
/// <param name="IsNew">True when they were made for it.</param>
/// <param name="Why">Why nobody has.</param>
public sealed record NameOutcome(FoundName? Found, bool IsNew, CreditRefusal? Why)
{
    internal static NameOutcome Refused(CreditRefusal why) => new(null, false, why);
}
