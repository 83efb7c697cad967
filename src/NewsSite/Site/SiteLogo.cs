using System.Text.Json;

namespace NewsSite.Site;

/// <summary>The picture in the masthead. What it says is the publication's name.</summary>
/// <param name="File">The stem of its stored files.</param>
/// <param name="Width">Its width, in pixels.</param>
/// <param name="Height">Its height, in pixels.</param>
public sealed record SiteLogo(string File, int Width, int Height)
{
    /// <summary>The largest file taken, in bytes: it stands on every page.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>The stored form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads the stored form.</summary>
    public static SiteLogo? FromJson(string stored) => JsonSerializer.Deserialize<SiteLogo>(stored);
}
