using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Desk.Pictures;

/// <summary>A picture: who made it, on which terms, where the eye should fall, and where it is used.</summary>
public sealed class ShowModel(NewsDbContext db, PictureEditing editing) : PicturePage
{
    /// <summary>What the form brings.</summary>
    public sealed record Form
    {
        public string? Credit { get; init; }

        public CreditRole? Role { get; init; }

        public string? Organisation { get; init; }

        public string? CreditUrl { get; init; }

        public string? Licence { get; init; }

        public bool Republish { get; init; }

        public string? Copyright { get; init; }

        public string? Caption { get; init; }

        public string? Alt { get; init; }

        public int? FocusX { get; init; }

        public int? FocusY { get; init; }
    }

    /// <summary>An article that uses it.</summary>
    public sealed record Use(string Headline, string Language, ArticleStatus Status, DateOnly? Day, string Slug)
    {
        /// <summary>Its address, once it has one.</summary>
        public string? Address => Day is { } day ? new ArticleAddress(day, Slug).ToString() : null;
    }

    /// <summary>The picture.</summary>
    public PictureFile Picture { get; private set; } = null!;

    /// <summary>What the fields hold.</summary>
    public Form Typed { get; private set; } = null!;

    /// <summary>The articles that use it.</summary>
    public IReadOnlyList<Use> Uses { get; private set; } = [];

    /// <summary>The contributors whose picture it is.</summary>
    public IReadOnlyList<(string Slug, string Name)> Pictured { get; private set; } = [];

    /// <summary>Names of those who are known to make pictures, to choose from.</summary>
    public IReadOnlyList<string> Makers { get; private set; } = [];

    /// <summary>Who brought it.</summary>
    public string? AddedBy { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        TakeOutcomes();
        return await LoadAsync(id, null, cancel);
    }

    /// <summary>Takes what was changed; what is refused comes back as it was typed.</summary>
    public async Task<IActionResult> OnPostAsync(int id, Form form, CancellationToken cancel)
    {
        var change = await editing.DescribeAsync(id, Details(form), cancel);
        if (change?.Fault is { } fault)
        {
            Problems = [Words.Format($"PictureDetails.{fault}", Words.Number(PictureFile.MaxCreditLength), Words.Number(PictureFile.MaxTextLength))];
            return await LoadAsync(id, form, cancel);
        }

        foreach (var article in change?.Articles ?? [])
        {
            HttpContext.EvictArticle(article);
        }

        HttpContext.RequestServices.GetRequiredService<KeptPages>().DropLists();
        Leave([Words["PictureOutcome.Saved"]], []);
        return change is null ? NotFound() : Redirect(PathOf(id));
    }

    private static PictureDetails Details(Form form) => new()
    {
        CreditName = PictureDetails.Line(form.Credit),
        Role = form.Role ?? CreditRole.Photographer,
        Organisation = PictureDetails.Line(form.Organisation),
        CreditUrl = PictureDetails.Line(form.CreditUrl),
        Licence = PictureDetails.Line(form.Licence),
        MayBeRepublished = form.Republish,
        Copyright = PictureDetails.Line(form.Copyright),
        Caption = PictureDetails.Line(form.Caption),
        Alt = PictureDetails.Line(form.Alt),
        // A number that cannot be read is no number of a picture.
        FocusX = form.FocusX ?? -1,
        FocusY = form.FocusY ?? -1,
    };

    private async Task<IActionResult> LoadAsync(int id, Form? typed, CancellationToken cancel)
    {
        if (await db.PictureFiles.AsNoTracking().Include(f => f.Contributor).Include(f => f.AddedBy).SingleOrDefaultAsync(f => f.Id == id, cancel) is not { } picture)
        {
            return NotFound();
        }

        Picture = picture;
        AddedBy = picture.AddedBy?.DisplayName;
        Title = picture.Name;
        Typed = typed ?? new Form
        {
            Credit = picture.Contributor?.Name ?? picture.CreditName,
            Role = picture.Role,
            Organisation = picture.Organisation,
            CreditUrl = picture.CreditUrl,
            Licence = picture.Licence,
            Republish = picture.MayBeRepublished,
            Copyright = picture.Copyright,
            Caption = picture.Caption,
            Alt = picture.Alt,
            FocusX = picture.FocusX,
            FocusY = picture.FocusY,
        };
        Uses = await db.Articles.Using(picture.File).OrderByDescending(a => a.Id).Select(a => new Use(a.Headline, a.Language, a.Status, a.PublicationDay, a.Slug)).ToListAsync(cancel);
        Pictured = [.. (await PictureUses.Pictured(db, picture.File).OrderBy(c => c.Slug).Select(c => new { c.Slug, c.Name }).ToListAsync(cancel)).Select(c => (c.Slug, c.Name))];
        Makers = await db.Contributors.Where(c => db.Credits.Any(credit => credit.ContributorId == c.Id && (credit.Role == CreditRole.Photographer || credit.Role == CreditRole.Illustrator)))
            .OrderBy(c => c.Name).Select(c => c.Name).Take(200).ToListAsync(cancel);
        return Page();
    }
}
