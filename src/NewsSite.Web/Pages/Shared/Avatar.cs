using System.Globalization;
using System.Text;

namespace NewsSite.Web.Pages.Shared;

/// <summary>A disc with initials in a colour from the name: drawn here, so that no picture is asked of anyone.</summary>
public static class Avatar
{
    private const int Colours = 12;

    /// <summary>The first letters of the first and last word; one where there is one word; a dot for a name without letters.</summary>
    public static string Initials(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.EnumerateRunes().FirstOrDefault(Rune.IsLetterOrDigit))
            .Where(r => r != default)
            .Select(r => Rune.ToUpperInvariant(r).ToString())
            .ToList();
        return words.Count switch { 0 => "•", 1 => words[0], _ => words[0] + words[^1] };
    }

    /// <summary>One of twelve classes, always the same for a name.</summary>
    public static string Colour(string name)
    {
        // FNV-1a: string.GetHashCode differs from process to process, and a page must not.
        var hash = 2166136261;
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        return string.Create(CultureInfo.InvariantCulture, $"tint-{hash % Colours}");
    }
}
