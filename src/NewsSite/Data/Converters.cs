using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NewsSite.Text;

namespace NewsSite.Data;

/// <summary>
/// Instants are UTC. SQLite would store any kind without a word and PostgreSQL refuses others, so both refuse here.
/// </summary>
internal sealed class UtcInstantConverter() : ValueConverter<DateTime, DateTime>(
    instant => instant.Kind == DateTimeKind.Utc ? instant : ThrowNotUtc(instant),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    private static DateTime ThrowNotUtc(DateTime instant) =>
        throw new InvalidOperationException($"Instants are stored in UTC; {instant:O} is of kind {instant.Kind}.");
}

/// <summary>Rendered text is stored as the markup it is.</summary>
internal sealed class SafeHtmlConverter() : ValueConverter<SafeHtml, string>(html => html.ToString(), stored => SafeHtml.FromStore(stored));

/// <summary>Texts by language are stored as one JSON object.</summary>
internal sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(text => text.ToJson(), stored => LocalizedText.FromJson(stored));

/// <summary>Lists of names are stored a line each: no name has a line break.</summary>
internal sealed class NameListConverter() : ValueConverter<IReadOnlyList<string>, string>(names => string.Join('\n', names), stored => Split(stored))
{
    private static string[] Split(string stored) => stored.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Tells lists of names apart by what is in them.</summary>
internal sealed class NameListComparer() : ValueComparer<IReadOnlyList<string>>((one, other) => one!.SequenceEqual(other!), names => string.Join('\n', names).GetHashCode(StringComparison.Ordinal), names => names.ToArray());

/// <summary>Long texts that are stored often and read seldom, compressed.</summary>
internal sealed class CompressedTextConverter() : ValueConverter<string, byte[]>(text => Compress(text), stored => Restore(stored))
{
    private static byte[] Compress(string text)
    {
        using var stored = new MemoryStream();
        using (var brotli = new BrotliStream(stored, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return stored.ToArray();
    }

    private static string Restore(byte[] stored)
    {
        using var brotli = new BrotliStream(new MemoryStream(stored), CompressionMode.Decompress);
        using var text = new StreamReader(brotli, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
