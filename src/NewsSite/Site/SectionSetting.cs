using System.Text.Json;
using NewsSite.Articles;
using NewsSite.Text;

namespace NewsSite.Site;

/// <summary>A section as the desk writes it down.</summary>
/// <param name="Slug">Its place in addresses.</param>
/// <param name="Name">Its name by language.</param>
/// <param name="About">A sentence about it, by language; may be empty.</param>
/// <param name="Position">Its place among the sections, lowest first.</param>
/// <param name="IsHidden">True when readers are not led to it.</param>
public sealed record SectionSetting(string Slug, LocalizedText Name, LocalizedText About, int Position, bool IsHidden)
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 60;

    /// <summary>The longest sentence about it, in characters.</summary>
    public const int MaxAboutLength = 300;

    /// <summary>A section as it is.</summary>
    public static SectionSetting Of(Section section) => new(section.Slug, section.Name, section.About, section.Position, section.IsHidden);

    /// <summary>Why there can be no such section; null when there can.</summary>
    /// <param name="language">The publication's own language, in which each section has a name.</param>
    public SettingRefusal? WhyNot(string language) =>
        Name.Exactly(language) is null || Name.Texts.Values.Any(n => n.Length > MaxNameLength) ? SettingRefusal.SectionNameUnfit
        : About.Texts.Values.Any(a => a.Length > MaxAboutLength) ? SettingRefusal.SectionAboutUnfit
        : !Text.Slug.IsValid(Slug) ? SettingRefusal.SlugUnfit
        : null;

    /// <summary>Makes a section that.</summary>
    public void WriteTo(Section section)
    {
        section.MoveTo(Slug);
        (section.Name, section.About, section.Position, section.IsHidden) = (Name, About, Position, IsHidden);
    }

    /// <summary>The stored form.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(Slug, Name.Texts.ToDictionary(), About.Texts.ToDictionary(), Position, IsHidden));

    /// <summary>Reads the stored form.</summary>
    public static SectionSetting? FromJson(string stored) =>
        JsonSerializer.Deserialize<Stored>(stored) is { } s ? new(s.Slug, LocalizedText.Of(s.Name), LocalizedText.Of(s.About), s.Position, s.IsHidden) : null;

    private sealed record Stored(string Slug, Dictionary<string, string> Name, Dictionary<string, string> About, int Position, bool IsHidden);
}
