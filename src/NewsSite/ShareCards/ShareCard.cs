using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsSite.ShareCards;

/// <summary>
/// What the picture of a piece says where somebody passes its address on: everything that is drawn, as text, in the language of the piece. Two cards that say the same are the
/// same picture.
/// </summary>
public sealed record ShareCard
{
    /// <summary>Width of every card, in pixels: what Open Graph's readers expect, at 1.91 to 1.</summary>
    public const int Width = 1200;

    /// <summary>Height of every card, in pixels.</summary>
    public const int Height = 630;

    /// <summary>What it is served as.</summary>
    public const string MediaType = "image/png";

    /// <summary>Rises when cards are drawn otherwise than before, so that those kept are drawn again.</summary>
    private const int Design = 1;

    /// <summary>The digits of a fingerprint.</summary>
    private const int VersionLength = 16;

    /// <summary>The language of the piece; it decides the faces and the direction.</summary>
    public required string Language { get; init; }

    /// <summary>Section and genre, above the headline.</summary>
    public required string Kicker { get; init; }

    /// <summary>The headline. One that finds no room at the smallest size is cut at a word.</summary>
    public required string Headline { get; init; }

    /// <summary>Who wrote it, who translated it from what, where it first appeared: a line each, with everybody's name.</summary>
    public required IReadOnlyList<string> Credits { get; init; }

    /// <summary>The publication.</summary>
    public required string Site { get; init; }

    /// <summary>Where it is read: the host.</summary>
    public required string Host { get; init; }

    /// <summary>The accent colour by day: <c>#rrggbb</c>.</summary>
    public required string Accent { get; init; }

    /// <summary>The fingerprint of all it says and of how it is drawn; it stands in the address, which therefore never has another picture.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize<object[]>([Design, Language, Kicker, Headline, Credits, Site, Host, Accent]))))[..VersionLength];

    /// <summary>The path of the card of an article in a version.</summary>
    public static string Path(int article, string version) => string.Create(CultureInfo.InvariantCulture, $"/cards/{article}/{version}.png");
}
