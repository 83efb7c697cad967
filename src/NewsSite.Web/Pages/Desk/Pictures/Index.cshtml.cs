using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Media;

namespace NewsSite.Web.Pages.Desk.Pictures;

/// <summary>The pictures the newsroom has, and the form that brings new ones.</summary>
[UploadLimit]
public sealed class IndexModel(NewsDbContext db, PictureUploads uploads, TimeProvider clock) : PicturePage
{
    /// <summary>So many stand on a page.</summary>
    public const int PageSize = 24;

    /// <summary>The longest search, in characters.</summary>
    private const int MaxQuery = 100;

    /// <summary>A picture of the list.</summary>
    public sealed record Tile(int Id, string File, int Width, int Height, string Name, string? Credit, string? Licence, DateTime AddedAt, int FocusX, int FocusY);

    /// <summary>The pictures shown, the latest first.</summary>
    public IReadOnlyList<Tile> Tiles { get; private set; } = [];

    /// <summary>What is searched for.</summary>
    public string? Query { get; private set; }

    /// <summary>True on the first page.</summary>
    public bool IsFirst { get; private set; } = true;

    /// <summary>The address of the next page, if there is one.</summary>
    public string? NextPage { get; private set; }

    /// <summary>True for a script that asks on somebody's behalf.</summary>
    internal static bool WantsJson(HttpRequest request) => request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Lists them.</summary>
    /// <param name="q">A word of the credit, the caption or the file's name.</param>
    /// <param name="after">The picture the page before ended with.</param>
    /// <param name="refused">What a form was refused for before it was read.</param>
    /// <param name="cancel">Ends the asking.</param>
    public async Task<IActionResult> OnGetAsync(string? q, string? after, string? refused, CancellationToken cancel)
    {
        if (after is not null && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return BadRequest();
        }

        TakeOutcomes();
        if (refused == "bytes")
        {
            Problems = [Words.Format("PictureForm.Bytes", Words.Number(UploadLimitAttribute.MaxBytes))];
        }

        await ListAsync(q, after is null ? null : int.Parse(after, CultureInfo.InvariantCulture), cancel);
        return Page();
    }

    /// <summary>Takes the files of the form. A script sends one at a time and is answered in JSON.</summary>
    public async Task<IActionResult> OnPostAsync(List<IFormFile> picture, CancellationToken cancel)
    {
        var taken = new List<PictureUpload>();
        var (outcomes, problems) = (new List<string>(), new List<string>());
        var account = await db.Accounts.SingleAsync(a => a.Id == AccountId, cancel);
        foreach (var file in picture)
        {
            await using var content = file.OpenReadStream();
            var upload = await uploads.TakeAsync(content, file.FileName, file.ContentType, account, clock.GetUtcNow().UtcDateTime, cancel);
            taken.Add(upload);
            (upload.Refusal is null ? outcomes : problems).Add(Say(file.FileName, upload));
        }

        if (taken.Count == 0)
        {
            problems.Add(Words["PictureForm.None"]);
        }

        if (WantsJson(Request))
        {
            return Answer(taken, problems);
        }

        Leave(outcomes, problems);
        return Redirect(taken is [{ Picture: { } only }] ? PathOf(only.Id) : Link("/desk/pictures"));
    }

    private JsonResult Answer(List<PictureUpload> taken, List<string> problems) => taken is [{ Picture: { } picture } upload]
        ? new JsonResult(Describe(picture, upload)) { StatusCode = upload.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK }
        : new JsonResult(new { refusal = taken.Count > 1 ? Words["PictureForm.OneAtATime"] : problems[0] }) { StatusCode = StatusCodes.Status422UnprocessableEntity };

    private object Describe(PictureFile picture, PictureUpload upload) => new
    {
        id = picture.Id,
        file = picture.File,
        href = PathOf(picture.Id),
        src = Source(picture.File, PictureSizes.Usual(picture.Width)),
        srcset = SourceSet(picture.File, picture.Width, "webp"),
        width = picture.Width,
        height = picture.Height,
        credit = string.Join(" / ", new[] { picture.Contributor?.Name ?? picture.CreditName, picture.Organisation }.OfType<string>()),
        licence = picture.Licence,
        caption = picture.Caption,
        alt = picture.Alt,
        markdown = PictureMarkdown.Of(picture),
        isNew = upload.IsNew,
        note = upload.Frames > 1 ? Words.Format("PictureOutcome.Frames", Words.Number(upload.Frames)) : null,
    };

    private string Say(string name, PictureUpload upload)
    {
        // A name that was refused may hold anything; it is printed, never used.
        var shown = PictureDetails.Line(name) is { } line ? line[..Math.Min(line.Length, PictureFile.MaxNameLength)] : "?";
        return upload switch
        {
            { Refusal: { } refusal } => $"{shown}: {Sentence(Words, refusal)}",
            { IsNew: false } => Words.Format("PictureOutcome.Known", shown),
            { Frames: > 1 } => $"{Words.Format("PictureOutcome.Taken", shown)} {Words.Format("PictureOutcome.Frames", Words.Number(upload.Frames))}",
            _ => Words.Format("PictureOutcome.Taken", shown),
        };
    }

    private async Task ListAsync(string? q, int? after, CancellationToken cancel)
    {
        Title = Words["PicturesTitle"];
        Query = PictureDetails.Line(q) is { } line ? line[..Math.Min(line.Length, MaxQuery)] : null;
        IsFirst = after is null;
        var pictures = db.PictureFiles.AsNoTracking().Where(f => after == null || f.Id < after);
        foreach (var word in Query?.ToLowerInvariant().Split(' ') ?? [])
        {
            pictures = pictures.Where(f => f.SearchText.Contains(word));
        }

        var found = await pictures.OrderByDescending(f => f.Id).Take(PageSize + 1)
            .Select(f => new Tile(f.Id, f.File, f.Width, f.Height, f.Name, f.Contributor!.Name ?? f.CreditName ?? f.Organisation, f.Licence, f.AddedAt, f.FocusX, f.FocusY)).ToListAsync(cancel);
        Tiles = [.. found.Take(PageSize)];
        NextPage = found.Count > PageSize
            ? Link($"/desk/pictures?{(Query is null ? "" : $"q={Uri.EscapeDataString(Query)}&")}after={Tiles[^1].Id.ToString(CultureInfo.InvariantCulture)}")
            : null;
    }
}
