using System.Text.Json;
using NewsSite.Text;

namespace NewsSite.Site;

/// <summary>Values of settings as the history and the log tell them.</summary>
public static class SettingText
{
    private const int Excerpt = 120;

    /// <summary>A value in a line of text; null for what the server is configured with.</summary>
    public static string? Of(string key, string? stored)
    {
        if (stored is null)
        {
            return null;
        }

        try
        {
            return key == SettingKeys.Logo ? SiteLogo.FromJson(stored)?.File
                : SettingKeys.GenreOf(key) is not null ? Genre(GenreSetting.FromJson(stored))
                : SettingKeys.SectionOf(key) is not null ? SectionSetting.FromJson(stored) is { } section ? Section(section) : null
                : Line(stored);
        }
        catch (JsonException)
        {
            return Line(stored);
        }
    }

    private static string Genre(GenreSetting genre) => $"{(genre.IsOffered ? "✓" : "✗")} {Texts(genre.Names)}".TrimEnd();

    private static string Section(SectionSetting section) =>
        string.Join(" · ", new[] { $"/{section.Slug}", $"{section.Position}", Texts(section.Name), Texts(section.About), section.IsHidden ? "✗" : "" }.Where(part => part.Length > 0));

    private static string Texts(LocalizedText text) => Line(string.Join(", ", text.Texts.Select(t => $"{t.Key}: {t.Value}")));

    private static string Line(string text)
    {
        var line = TypedText.Line(text);
        return line.Length <= Excerpt ? line : $"{line[..Excerpt]}…";
    }
}
