using NewsSite.Site;
using NewsSite.Text;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>What the form of a section sends.</summary>
/// <param name="Name">Its name by language.</param>
/// <param name="About">A sentence about it, by language.</param>
/// <param name="Slug">Its place in addresses; made from its name where there is none.</param>
/// <param name="Hidden">True when readers are not led to it.</param>
/// <param name="Seen">The revision the form was made from.</param>
public sealed record SectionForm(Dictionary<string, string?>? Name, Dictionary<string, string?>? About, string? Slug, bool Hidden, int Seen)
{
    /// <summary>The section typed.</summary>
    /// <param name="languages">The languages the form asks for.</param>
    /// <param name="before">The section as it was; what it says in other languages stays.</param>
    public SectionSetting Read(IReadOnlyList<string> languages, SectionSetting? before)
    {
        var name = Texts(Name, languages, before?.Name);
        var slug = Slug?.Trim() is { Length: > 0 } typed ? typed.ToLowerInvariant() : languages.Select(l => Text.Slug.From(name.Exactly(l) ?? "")).FirstOrDefault(s => s.Length > 0, "");
        return new SectionSetting(slug, name, Texts(About, languages, before?.About), before?.Position ?? 0, Hidden);
    }

    private static LocalizedText Texts(Dictionary<string, string?>? typed, IReadOnlyList<string> languages, LocalizedText? before) => LocalizedText.Of(
        (before?.Texts ?? new Dictionary<string, string>()).Where(t => !languages.Contains(t.Key))
            .Concat(languages.Select(l => KeyValuePair.Create(l, TypedText.Line(typed?.GetValueOrDefault(l) ?? "")))));
}

/// <summary>The fields of a section.</summary>
/// <param name="Page">The page they stand on.</param>
/// <param name="Section">What stands in them.</param>
public sealed record SectionView(SettingPage Page, SectionSetting Section);
