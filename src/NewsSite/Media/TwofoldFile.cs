using System.Text;

namespace NewsSite.Media;

/// <summary>
/// Finds files that are a picture to one program and something else to another. Nothing of a file is ever served, so this guards whoever keeps or forwards one; a
/// camera's own trailer (a second picture, a moment of film) is no fault.
/// </summary>
internal static class TwofoldFile
{
    /// <summary>How pages and scripts begin; a compressed picture has none of these by chance.</summary>
    private static readonly string[] Tags = ["<script", "<html", "<!doctype", "<iframe", "<?php", "<svg"];

    /// <summary>How far from its end an archive may say that it is one, in bytes.</summary>
    private const int ArchiveTail = 65_557;

    /// <summary>True when it is.</summary>
    public static bool Is(ReadOnlySpan<byte> content) =>
        content.IndexOf("%PDF-"u8) >= 0 || content[^Math.Min(content.Length, ArchiveTail)..].LastIndexOf("PK\u0005\u0006"u8) >= 0 || HasTag(content);

    private static bool HasTag(ReadOnlySpan<byte> content)
    {
        for (var rest = content; rest.IndexOf((byte)'<') is >= 0 and var at; rest = rest[(at + 1)..])
        {
            foreach (var tag in Tags)
            {
                if (rest.Length - at >= tag.Length && Ascii.EqualsIgnoreCase(rest.Slice(at, tag.Length), tag))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
