using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Site;

/// <summary>The one colour of the publication, by day and by night. It is the colour of text, so it must stand out against the paper: <see cref="LeastContrast"/>.</summary>
/// <param name="Light">On light paper: <c>#rrggbb</c>, lower case.</param>
/// <param name="Dark">On dark paper: the same.</param>
public sealed partial record AccentColour(string Light, string Dark)
{
    /// <summary>The least contrast of text against its ground, as WCAG 2.2 counts it (1.4.3).</summary>
    public const double LeastContrast = 4.5;

    /// <summary>The paper by day; the style sheet's <c>--paper</c>.</summary>
    public const string LightPaper = "#fbf9f4";

    /// <summary>The paper by night.</summary>
    public const string DarkPaper = "#14181b";

    /// <summary>A dark variant that is made is brightened to a little more than the least, so that it reads as easily as the other.</summary>
    private const double ComfortableContrast = 6;

    /// <summary>How much of the accent is in the ground behind notes, in parts of 100: as much as leaves the accent readable on it.</summary>
    private const int MostTint = 12;

    /// <summary>The contrast of the light variant against light paper.</summary>
    public double LightContrast => Contrast(Light, LightPaper);

    /// <summary>The contrast of the dark variant against dark paper.</summary>
    public double DarkContrast => Contrast(Dark, DarkPaper);

    /// <summary>The tint behind notes, by day.</summary>
    public string LightTint => Tint(Light, LightPaper);

    /// <summary>The tint behind notes, by night.</summary>
    public string DarkTint => Tint(Dark, DarkPaper);

    /// <summary>Reads what was typed; without a dark variant one is made.</summary>
    /// <returns>Null when either is no colour of the form <c>#rrggbb</c>.</returns>
    public static AccentColour? Read(string? light, string? dark)
    {
        var (day, night) = (light?.Trim().ToLowerInvariant() ?? "", dark?.Trim().ToLowerInvariant() ?? "");
        return !Form().IsMatch(day) || (night.Length > 0 && !Form().IsMatch(night)) ? null : new AccentColour(day, night.Length > 0 ? night : Brightened(day));
    }

    /// <summary>Reads the stored form.</summary>
    public static AccentColour? Parse(string stored) => stored.Split(' ') is [var light, var dark] ? Read(light, dark) : null;

    /// <summary>Why it cannot be used; null when it can.</summary>
    public SettingRefusal? WhyNot() =>
        LightContrast < LeastContrast ? SettingRefusal.AccentFaintByDay
        : DarkContrast < LeastContrast ? SettingRefusal.AccentFaintByNight
        : null;

    /// <summary>The style sheet that brings it, in the layer of the house's own tokens.</summary>
    public string StyleSheet() => $"@layer tokens {{ :root {{ --accent: light-dark({Light}, {Dark}); --accent-soft: light-dark({LightTint}, {DarkTint}); }} }}\n";

    /// <summary>The stored form.</summary>
    public override string ToString() => $"{Light} {Dark}";

    /// <summary>The contrast of two colours, from 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(Channels(one)), Luminance(Channels(other)));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static string Brightened(string colour) => Enumerable.Range(0, 101)
        .Select(part => Mix(colour, "#ffffff", part))
        .First(mixed => Contrast(mixed, DarkPaper) >= ComfortableContrast);

    private static string Tint(string colour, string paper) => Enumerable.Range(0, MostTint + 1)
        .Select(part => Mix(paper, colour, MostTint - part))
        .FirstOrDefault(mixed => Contrast(colour, mixed) >= LeastContrast, paper);

    /// <summary>The first colour with so many parts of 100 of the second.</summary>
    private static string Mix(string first, string second, int part)
    {
        var (a, b) = (Channels(first), Channels(second));
        return "#" + string.Concat(a.Zip(b, (x, y) => ((int)Math.Round(x + ((y - x) * part / 100.0))).ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static int[] Channels(string colour) => [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    private static double Luminance(int[] channels)
    {
        var linear = Array.ConvertAll(channels, c => c / 255.0 is var s && s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4));
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex Form();
}
