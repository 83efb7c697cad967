using System.Text.Json;
using NetVips;

namespace NewsSite.Media;

/// <summary>What became of a file at the press.</summary>
/// <param name="Header">What it said of itself; null when it was refused for that.</param>
/// <param name="Refusal">Why it was refused.</param>
/// <param name="Files">What it was encoded into, by name; empty when it was refused.</param>
/// <param name="PeakMemory">The most memory the press held, in bytes; 0 where the system does not say.</param>
public sealed record Pressed(PictureHeader? Header, PictureRefusal? Refusal, IReadOnlyList<(string Name, byte[] Content)> Files, long PeakMemory = 0);

/// <summary>
/// The work of the press, done in a process of its own: it reads a stranger's file and answers with pictures. Should a decoder fall over, or be made to do what it should not,
/// it falls alone: without the site's memory, its settings or its connections. And what it took is given back when it ends.
/// </summary>
public static class PressJob
{
    /// <summary>Does it: reads the file and its label, writes what became of it.</summary>
    public static void Run(Stream input, Stream output)
    {
        using var reader = new BinaryReader(input);
        using var writer = new BinaryWriter(output);
        var (name, type) = (reader.ReadString(), reader.ReadString());
        var content = reader.ReadBytes(reader.ReadInt32());
        Write(writer, Press(name, type, content));
    }

    /// <summary>Hands the press a file.</summary>
    internal static void Ask(Stream input, string name, string? type, byte[] content)
    {
        using var writer = new BinaryWriter(input);
        writer.Write(name);
        writer.Write(type ?? "");
        writer.Write(content.Length);
        writer.Write(content);
    }

    /// <summary>Reads what the press answers; of that, too, no more than a picture has.</summary>
    /// <exception cref="IOException">It ended before it had answered.</exception>
    internal static Pressed Read(Stream output)
    {
        using var reader = new BinaryReader(output);
        var header = JsonSerializer.Deserialize<PictureHeader>(reader.ReadString());
        var refusal = JsonSerializer.Deserialize<PictureRefusal>(reader.ReadString());
        var peak = reader.ReadInt64();
        var files = new List<(string, byte[])>();
        for (var left = reader.ReadByte(); left > 0; left--)
        {
            var (name, length) = (reader.ReadString(), reader.ReadInt32());
            var content = length is > 0 and <= PictureLimits.MaxBytes ? reader.ReadBytes(length) : [];
            files.Add(content.Length == length ? (name, content) : throw new IOException("The press ended within a file."));
        }

        return (header is null) == (refusal is null) ? throw new IOException("The press neither took the file nor refused it.") : new Pressed(header, refusal, files, peak);
    }

    private static Pressed Press(string name, string type, byte[] content)
    {
        var (header, refusal) = PictureHeader.Read(content);
        if ((refusal ?? PictureLabel.Check(header!.Kind, name, type)) is { } refused)
        {
            return new Pressed(null, refused, []);
        }

        try
        {
            var stem = PictureStore.StemOf(content);
            return new Pressed(header, null, PicturePress.Press(content, header!.Width, PictureSizes.Names(stem, header.Width).ToHashSet(), stem, PressPace.Careful));
        }
        catch (VipsException)
        {
            return new Pressed(null, new PictureRefusal(PictureFault.Damaged), []);
        }
    }

    private static void Write(BinaryWriter writer, Pressed pressed)
    {
        writer.Write(JsonSerializer.Serialize(pressed.Header));
        writer.Write(JsonSerializer.Serialize(pressed.Refusal));
        writer.Write(PeakMemory());
        writer.Write((byte)pressed.Files.Count);
        foreach (var (name, content) in pressed.Files)
        {
            writer.Write(name);
            writer.Write(content.Length);
            writer.Write(content);
        }
    }

    private static long PeakMemory()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
