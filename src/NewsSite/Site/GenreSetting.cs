using System.Text.Json;
using NewsSite.Text;

namespace NewsSite.Site;

/// <summary>How the publication calls a genre, and whether writers may choose it.</summary>
/// <param name="Names">The printed name by language; where one is missing, the house's own word is printed.</param>
/// <param name="IsOffered">False for a genre that no new piece gets; pieces that have it keep it.</param>
public sealed record GenreSetting(LocalizedText Names, bool IsOffered)
{
    /// <summary>The longest name, in characters: it stands in a line with the section's.</summary>
    public const int MaxNameLength = 40;

    /// <summary>What holds until somebody says otherwise.</summary>
    public static readonly GenreSetting Default = new(LocalizedText.Empty, true);

    /// <summary>The stored form.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(Names.Texts.ToDictionary(), IsOffered));

    /// <summary>Reads the stored form.</summary>
    public static GenreSetting FromJson(string stored) => JsonSerializer.Deserialize<Stored>(stored) is { } read ? new(LocalizedText.Of(read.Names), read.IsOffered) : Default;

    private sealed record Stored(Dictionary<string, string> Names, bool IsOffered);
}
