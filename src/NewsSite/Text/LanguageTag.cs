using System.Text.RegularExpressions;

namespace NewsSite.Text;

/// <summary>What the house needs to know of a BCP 47 language tag (RFC 5646): is it well formed, how is it written, which way does it run.</summary>
public static partial class LanguageTag
{
    /// <summary>The longest tag stored, in characters; <c>zh-Hant-TW</c> is ten.</summary>
    public const int MaxLength = 35;

    private static readonly HashSet<string> RightToLeftLanguages = ["ar", "arc", "ckb", "dv", "fa", "he", "ku-arab", "ps", "sd", "ug", "ur", "yi"];
    private static readonly HashSet<string> RightToLeftScripts = ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

    /// <summary>Brings a tag to its canonical case (<c>uk</c>, <c>sr-Latn</c>, <c>pt-BR</c>); null when it is not a language, optionally with script and region.</summary>
    public static string? Canonical(string? tag)
    {
        if (tag is null || tag.Length > MaxLength || Pattern().Match(tag.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var language = match.Groups["language"].Value.ToLowerInvariant();
        var script = match.Groups["script"] is { Success: true } s ? $"-{char.ToUpperInvariant(s.Value[0])}{s.Value[1..].ToLowerInvariant()}" : "";
        var region = match.Groups["region"] is { Success: true } r ? $"-{r.Value.ToUpperInvariant()}" : "";
        return language + script + region;
    }

    /// <summary>True when text in this language runs from right to left: by its script subtag if it has one, else by its language.</summary>
    public static bool IsRightToLeft(string tag)
    {
        var parts = tag.Split('-');
        var script = parts.Skip(1).FirstOrDefault(p => p.Length == 4);
        return script is not null ? RightToLeftScripts.Contains(script) : RightToLeftLanguages.Contains(parts[0]);
    }

    /// <summary>The value of the HTML <c>dir</c> attribute for text in this language: <c>rtl</c> or <c>ltr</c>.</summary>
    public static string Direction(string tag) => IsRightToLeft(tag) ? "rtl" : "ltr";

    [GeneratedRegex("^(?<language>[A-Za-z]{2,3})(-(?<script>[A-Za-z]{4}))?(-(?<region>[A-Za-z]{2}|[0-9]{3}))?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
