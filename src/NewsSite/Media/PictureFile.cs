using NewsSite.Accounts;
using NewsSite.Credits;
using NewsSite.Text;

namespace NewsSite.Media;

/// <summary>
/// A picture the newsroom has: its files, who made it, and on which terms it is shown. What it shows and why is said by each <see cref="Picture"/>, its use on one article.
/// </summary>
public sealed class PictureFile
{
    /// <summary>The longest name of a file kept, in characters.</summary>
    public const int MaxNameLength = 120;

    /// <summary>The longest credit, organisation or licence, in characters.</summary>
    public const int MaxCreditLength = 200;

    /// <summary>The longest caption, copyright notice or text for those who do not see it, in characters.</summary>
    public const int MaxTextLength = 500;

    /// <summary>The longest address of a credit, in characters.</summary>
    public const int MaxUrlLength = 500;

    /// <summary>Makes the record of a stored picture.</summary>
    /// <param name="stored">Its files.</param>
    /// <param name="name">What its file was called, for finding it again; never part of a path.</param>
    /// <param name="now">When it came; UTC.</param>
    public PictureFile(StoredPicture stored, string name, DateTime now)
        : this(stored.File, stored.Width, stored.Height, Cut(TypedText.Line(name), MaxNameLength), now) => Index();

    // For EF Core, which sets the rest through the private setters.
    private PictureFile(string file, int width, int height, string name, DateTime addedAt)
    {
        File = file;
        Width = width;
        Height = height;
        Name = name;
        AddedAt = addedAt;
    }

    /// <summary>The key in the database.</summary>
    public int Id { get; private set; }

    /// <summary>The stem of its files; unique.</summary>
    public string File { get; private set; }

    /// <summary>Width of the largest size, in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Height of the largest size, in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>What its file was called.</summary>
    public string Name { get; private set; }

    /// <summary>What the file was; null for pictures of the sample publication.</summary>
    public PictureKind? Kind { get; private set; }

    /// <summary>When it came; UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>Who brought it; null for pictures of the sample publication, and when the account is gone.</summary>
    public int? AddedById { get; private set; }

    /// <summary>Who brought it.</summary>
    public Account? AddedBy { get; private set; }

    /// <summary>Who made it, where they are known here.</summary>
    public int? ContributorId { get; private set; }

    /// <summary>Who made it, where they are known here.</summary>
    public Contributor? Contributor { get; private set; }

    /// <summary>Who made it, as printed where no <see cref="Contributor"/> is.</summary>
    public string? CreditName { get; private set; }

    /// <summary>Photographer or illustrator.</summary>
    public CreditRole Role { get; private set; } = CreditRole.Photographer;

    /// <summary>The agency, archive or museum it comes from.</summary>
    public string? Organisation { get; private set; }

    /// <summary>Where its maker or its original is to be found; http or https.</summary>
    public string? CreditUrl { get; private set; }

    /// <summary>On which terms it is shown, as printed; see <see cref="PictureLicence"/>.</summary>
    public string? Licence { get; private set; }

    /// <summary>True when others may republish it with the article.</summary>
    public bool MayBeRepublished { get; private set; }

    /// <summary>Whose it is, as its file said.</summary>
    public string? Copyright { get; private set; }

    /// <summary>The caption it came with, offered when it is used.</summary>
    public string? Caption { get; private set; }

    /// <summary>What is seen, as its file said; offered when it is used.</summary>
    public string? Alt { get; private set; }

    /// <summary>Where the eye should fall when it is cropped: per cent from the left, 0 to 100.</summary>
    public int FocusX { get; private set; } = 50;

    /// <summary>Where the eye should fall when it is cropped: per cent from the top, 0 to 100.</summary>
    public int FocusY { get; private set; } = 50;

    /// <summary>Everything it can be found by, in lower case: SQLite itself lowers only Latin letters.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Says who brought it and what the file said of itself; the picture's page can change all of that.</summary>
    public void Came(PictureHeader header, Account? by)
    {
        Kind = header.Kind;
        AddedBy = by;
        var notes = header.Notes;
        CreditName = Short(notes.Creator, MaxCreditLength);
        // An agency's line often repeats the name: "Dana Kovar / AP".
        Organisation = Short(notes.CreditLine, MaxCreditLength) is { } line && line != CreditName ? line : null;
        CreditUrl = notes.Page;
        Licence = PictureLicence.Of(notes.Page)?.Name ?? Short(notes.Terms, MaxCreditLength);
        Copyright = notes.Copyright;
        Caption = notes.Caption;
        Alt = notes.Alt;
        Index();
    }

    /// <summary>Says who made it and on which terms it is shown.</summary>
    /// <param name="details">As typed.</param>
    /// <param name="contributor">The contributor of that name, where there is one.</param>
    /// <returns>Why it was not taken; null when it was.</returns>
    public PictureDetailsFault? Describe(PictureDetails details, Contributor? contributor)
    {
        if (details.Check() is { } fault)
        {
            return fault;
        }

        Contributor = contributor;
        ContributorId = contributor?.Id;
        CreditName = contributor is null ? details.CreditName : null;
        Role = details.Role;
        Organisation = details.Organisation;
        CreditUrl = details.CreditUrl;
        Licence = details.Licence;
        MayBeRepublished = details.MayBeRepublished;
        Copyright = details.Copyright;
        Caption = details.Caption;
        Alt = details.Alt;
        FocusX = details.FocusX;
        FocusY = details.FocusY;
        Index();
        return null;
    }

    private static string? Short(string? text, int length) => text is null ? null : Cut(text, length);

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();

    private void Index() => SearchText = string.Join('\n', new[] { Name, Contributor?.Name, Contributor?.ScriptName, CreditName, Organisation, Licence, Copyright, Caption, Alt }
        .Where(text => !string.IsNullOrEmpty(text))).ToLowerInvariant();
}
