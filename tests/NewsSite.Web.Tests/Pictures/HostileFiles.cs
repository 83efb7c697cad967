using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace NewsSite.Web.Tests.Pictures;

/// <summary>Files that are meant to do harm, made when they are wanted.</summary>
internal static class HostileFiles
{
    /// <summary>A gradient in colour, as honest pictures are.</summary>
    public static Image Honest(int width = 1300, int height = 900) =>
        Image.Xyz(width, height).Cast(Enums.BandFormat.Uchar).Bandjoin(128).Copy(interpretation: Enums.Interpretation.Srgb);

    /// <summary>A whole PNG of one bit a pixel: some hundred kilobytes that unpack to gigabytes.</summary>
    public static byte[] Png(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + ((width + 7) / 8)];
            for (var y = 0; y < height; y++)
            {
                zlib.Write(row);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A GIF of one pixel and very many frames.</summary>
    public static byte[] Gif(int frames)
    {
        using var file = new MemoryStream();
        file.Write("GIF89a"u8);
        file.Write([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
        for (var i = 0; i < frames; i++)
        {
            file.Write([0x21, 0xF9, 4, 0, 1, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
        }

        file.WriteByte(0x3B);
        return file.ToArray();
    }

    /// <summary>A picture with something behind it.</summary>
    public static byte[] With(byte[] picture, string behind) => [.. picture, .. Encoding.Latin1.GetBytes(behind)];

    /// <summary>A JPEG with something in its comment, where every program looks past it.</summary>
    public static byte[] Commented(string comment)
    {
        var jpeg = Honest().JpegsaveBuffer();
        var text = Encoding.Latin1.GetBytes(comment);
        return [0xFF, 0xD8, 0xFF, 0xFE, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. text, .. jpeg[2..]];
    }

    private static void Chunk(MemoryStream file, string kind, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] counted = [.. Encoding.ASCII.GetBytes(kind), .. content];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(counted);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(counted));
        file.Write(number);
    }

    /// <summary>CRC-32 as PNG has it; a reader that checks would otherwise refuse for the wrong reason.</summary>
    private static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            }
        }

        return ~crc;
    }
}
