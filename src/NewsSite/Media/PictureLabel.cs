namespace NewsSite.Media;

/// <summary>What a file says it is, by its name and by the type it was sent as. Neither is believed, but a picture that goes by another kind's name is refused.</summary>
public static class PictureLabel
{
    /// <summary>The longest name taken, in characters.</summary>
    public const int MaxLength = 255;

    /// <summary>Holds a name against the rules for names: no path, no control character, not empty.</summary>
    public static PictureRefusal? CheckName(string name) =>
        name.Trim() is not { Length: > 0 and <= MaxLength } || name.Trim('.').Length == 0 || name.Any(c => char.IsControl(c) || c is '/' or '\\') || name.Contains("%00", StringComparison.Ordinal)
            ? new PictureRefusal(PictureFault.Name)
            : null;

    /// <summary>Holds what the file is against its name's ending, where it has one, and the declared type, where that says anything.</summary>
    public static PictureRefusal? Check(PictureKind kind, string name, string? declaredType)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        var type = declaredType?.Split(';')[0].Trim().ToLowerInvariant();
        return (ending.Length > 1 && !kind.Extensions.Contains(ending)) || (!string.IsNullOrEmpty(type) && type != "application/octet-stream" && !kind.MediaTypes.Contains(type))
            ? new PictureRefusal(PictureFault.Mislabelled, Kind: kind)
            : null;
    }
}
