using NewsSite.Credits;
using NewsSite.Text;

namespace NewsSite.Media;

/// <summary>What cannot be taken of a picture's details.</summary>
public enum PictureDetailsFault
{
    /// <summary>A text is longer than its field.</summary>
    TooLong,

    /// <summary>The address is none of the web.</summary>
    Address,

    /// <summary>The focal point lies outside the picture.</summary>
    Focus,

    /// <summary>Somebody who makes pictures is a photographer or an illustrator.</summary>
    Role,
}

/// <summary>What the newsroom says of a picture; empty texts are null.</summary>
public sealed record PictureDetails
{
    /// <summary>Who made it, as printed.</summary>
    public string? CreditName { get; init; }

    /// <summary>Photographer or illustrator.</summary>
    public CreditRole Role { get; init; } = CreditRole.Photographer;

    /// <summary>The agency, archive or museum it comes from.</summary>
    public string? Organisation { get; init; }

    /// <summary>Where its maker or its original is to be found.</summary>
    public string? CreditUrl { get; init; }

    /// <summary>On which terms it is shown, as printed.</summary>
    public string? Licence { get; init; }

    /// <summary>True when others may republish it with the article.</summary>
    public bool MayBeRepublished { get; init; }

    /// <summary>Whose it is.</summary>
    public string? Copyright { get; init; }

    /// <summary>The caption offered when it is used.</summary>
    public string? Caption { get; init; }

    /// <summary>What is seen, offered when it is used.</summary>
    public string? Alt { get; init; }

    /// <summary>Per cent from the left.</summary>
    public int FocusX { get; init; } = 50;

    /// <summary>Per cent from the top.</summary>
    public int FocusY { get; init; } = 50;

    /// <summary>A typed line, or null when there is nothing in it.</summary>
    public static string? Line(string? typed) => TypedText.Line(typed ?? "") is { Length: > 0 } line ? line : null;

    /// <summary>Why these cannot be taken; null when they can.</summary>
    public PictureDetailsFault? Check() =>
        CreditName?.Length > PictureFile.MaxCreditLength || Organisation?.Length > PictureFile.MaxCreditLength || Licence?.Length > PictureFile.MaxCreditLength
            || Caption?.Length > PictureFile.MaxTextLength || Alt?.Length > PictureFile.MaxTextLength || Copyright?.Length > PictureFile.MaxTextLength ? PictureDetailsFault.TooLong
        : CreditUrl is not null && NoteText.Address(CreditUrl) is null ? PictureDetailsFault.Address
        : FocusX is < 0 or > 100 || FocusY is < 0 or > 100 ? PictureDetailsFault.Focus
        : Role is not (CreditRole.Photographer or CreditRole.Illustrator) ? PictureDetailsFault.Role
        : null;
}
