using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Sources.Fetching;

/// <summary>Turns the bytes of a page into text by what the server, the file or the page says of them; UTF-8 where nobody says anything.</summary>
internal static partial class PageEncoding
{
    /// <summary>A page says so within its first bytes (HTML Standard, 4.2.5.4).</summary>
    private const int Announced = 1_024;

    /// <summary>The text of a page.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="told">What the server calls its encoding.</param>
    public static string Decode(byte[] bytes, string? told)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Known(told) ?? Known(Told(bytes)) ?? Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static string? Told(byte[] bytes) => Charset().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, Announced))) is { Success: true } match ? match.Groups[1].Value : null;

    private static Encoding? Known(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        name = name.Trim('"', '\'', ' ');
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("<meta[^>]{0,200}charset\\s{0,5}=\\s{0,5}[\"']?([A-Za-z0-9_:.-]{1,40})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
