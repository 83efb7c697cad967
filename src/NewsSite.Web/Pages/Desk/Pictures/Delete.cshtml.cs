using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Media;

namespace NewsSite.Web.Pages.Desk.Pictures;

/// <summary>Deletes a picture nothing uses.</summary>
public sealed class DeleteModel(NewsDbContext db, PictureEditing editing) : PicturePage
{
    /// <summary>What is to be deleted.</summary>
    public sealed record View(int Id, string File, int Width, int Height, string Name);

    /// <summary>What is to be deleted.</summary>
    public View Picture { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        Title = Words["PictureDelete"];
        if (await db.PictureFiles.Where(f => f.Id == id).Select(f => new View(f.Id, f.File, f.Width, f.Height, f.Name)).SingleOrDefaultAsync(cancel) is not { } picture)
        {
            return NotFound();
        }

        Picture = picture;
        return Page();
    }

    /// <summary>Does it, unless something has come to use it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (await editing.DeleteAsync(id, cancel))
        {
            Leave([Words["PictureOutcome.Deleted"]], []);
            return Redirect(Link("/desk/pictures"));
        }

        Problems = [Words["PictureInUse"]];
        return await OnGetAsync(id, cancel);
    }
}
