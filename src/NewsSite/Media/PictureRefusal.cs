using System.Globalization;

namespace NewsSite.Media;

/// <summary>Why a file is not taken as a picture.</summary>
public enum PictureFault
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It has too many bytes.</summary>
    Bytes,

    /// <summary>It is no picture of a kind that is taken.</summary>
    Kind,

    /// <summary>It has too many pixels for its kind.</summary>
    Pixels,

    /// <summary>It is an animation of too many frames.</summary>
    Frames,

    /// <summary>It cannot be read to its end.</summary>
    Damaged,

    /// <summary>Its name or its declared type say another kind than it is.</summary>
    Mislabelled,

    /// <summary>It is a picture and something else besides: a page, a script, an archive.</summary>
    Twofold,

    /// <summary>Its name is a path, or no name at all.</summary>
    Name,
}

/// <summary>Why a file was not taken.</summary>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Found">How much of it there is: bytes, pixels or frames.</param>
/// <param name="Allowed">How much is taken.</param>
/// <param name="Kind">What it is, where its label says something else.</param>
public sealed record PictureRefusal(PictureFault Fault, long Found = 0, long Allowed = 0, PictureKind? Kind = null)
{
    /// <summary>The refusal in English, for commands and logs; pages have their own words.</summary>
    public string Sentence => Fault switch
    {
        PictureFault.Empty => "The file is empty.",
        PictureFault.Bytes => string.Create(CultureInfo.InvariantCulture, $"The file has {Found:N0} bytes; at most {Allowed:N0} are taken."),
        PictureFault.Pixels => string.Create(CultureInfo.InvariantCulture, $"The picture has {Found:N0} pixels; at most {Allowed:N0} are taken."),
        PictureFault.Frames => string.Create(CultureInfo.InvariantCulture, $"The animation has {Found:N0} frames; at most {Allowed:N0} are taken."),
        PictureFault.Damaged => "The picture cannot be read; it may be damaged.",
        PictureFault.Mislabelled => $"The file is {Kind?.Name}, but its name or its type say something else.",
        PictureFault.Twofold => "The file is a picture and something else besides: a page, a script or an archive.",
        PictureFault.Name => "The file's name is a path, or no name at all.",
        _ => "This is not a JPEG, PNG, WebP, AVIF or GIF picture.",
    };
}
