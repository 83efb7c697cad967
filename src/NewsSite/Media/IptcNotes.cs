using System.Buffers.Binary;
using System.Text;

namespace NewsSite.Media;

/// <summary>Reads the IPTC's older record (IIM 4.2) from where Photoshop keeps it in a JPEG.</summary>
internal static class IptcNotes
{
    private const byte Application = 2;
    private const byte Creator = 80;
    private const byte CreditLine = 110;
    private const byte Copyright = 116;
    private const byte Caption = 120;

    public static EmbeddedNotes Read(ReadOnlySpan<byte> block)
    {
        var found = new Dictionary<byte, string>();
        var isUtf8 = false;
        for (var rest = RecordOf(block); rest.Length >= 5 && rest[0] == 0x1C; )
        {
            var (record, field, length) = (rest[1], rest[2], BinaryPrimitives.ReadUInt16BigEndian(rest[3..]));
            // The highest bit announces a longer length; no text that is wanted has one.
            if (length >= 0x8000 || rest.Length < 5 + length)
            {
                break;
            }

            var value = rest.Slice(5, length);
            if (record == 1 && field == 90)
            {
                isUtf8 = value.SequenceEqual("\u001B%G"u8);
            }
            else if (record == Application && field is Creator or CreditLine or Copyright or Caption)
            {
                var text = Decode(value, isUtf8);
                // A picture may have several makers, each a field of its own.
                found[field] = field == Creator && found.TryGetValue(field, out var before) ? $"{before}, {text}" : text;
            }

            rest = rest[(5 + length)..];
        }

        return new EmbeddedNotes(Text(Creator), Text(CreditLine), Text(Copyright), Text(Caption), null, null, null);

        string? Text(byte field) => NoteText.Clean(found.GetValueOrDefault(field));
    }

    /// <summary>The record among Photoshop's resources; or the block itself, where it is one.</summary>
    private static ReadOnlySpan<byte> RecordOf(ReadOnlySpan<byte> block)
    {
        if (!block.StartsWith("Photoshop 3.0\0"u8))
        {
            return block;
        }

        for (var rest = block[14..]; rest.Length >= 12 && rest.StartsWith("8BIM"u8); )
        {
            var id = BinaryPrimitives.ReadUInt16BigEndian(rest[4..]);
            // A name with its length before it, padded to an even number; then the length of what follows, padded likewise.
            var data = 6 + ((rest[6] + 2) & ~1);
            if (rest.Length < data + 4)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(rest[data..]);
            var start = data + 4;
            if (length > rest.Length - start)
            {
                break;
            }

            if (id == 0x0404)
            {
                return rest.Slice(start, (int)length);
            }

            rest = rest[Math.Min(rest.Length, start + (int)((length + 1) & ~1u))..];
        }

        return [];
    }

    /// <summary>Few programs say which characters they write; what is valid UTF-8 is taken for that.</summary>
    private static string Decode(ReadOnlySpan<byte> value, bool isUtf8) =>
        isUtf8 || System.Text.Unicode.Utf8.IsValid(value) ? Encoding.UTF8.GetString(value) : Encoding.Latin1.GetString(value);
}
