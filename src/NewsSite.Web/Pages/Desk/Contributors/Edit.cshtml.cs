using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Media;

namespace NewsSite.Web.Pages.Desk.Contributors;

/// <summary>Everything that hangs on a name, to be changed.</summary>
public sealed class EditModel(ContributorKeeping keeping, DeskActors actors) : NameEditPage(actors)
{
    /// <summary>So many of the latest pictures are offered.</summary>
    private const int PicturesOffered = 40;

    /// <summary>A picture that may be chosen.</summary>
    public sealed record Choice(int Id, string File, int Width, int Height, string Name, string? Credit);

    /// <summary>What stands in the form.</summary>
    public ContributorForm Typed { get; private set; } = new();

    /// <summary>The latest pictures, and the one that stands in the form.</summary>
    public IReadOnlyList<Choice> Pictures { get; private set; } = [];

    /// <inheritdoc/>
    public override DeskThing Thing => DeskThing.Contributor;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await keeping.ReadAsync(id, cancel) is not { } found)
        {
            return NotFound();
        }

        await LoadAsync(id, found, cancel);
        return Page();
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] ContributorForm typed, CancellationToken cancel)
    {
        var before = (await keeping.ReadAsync(id, cancel))?.Picture;
        var why = await keeping.ChangeAsync(await ActorAsync(cancel), id, typed, cancel);
        if (why is null && before != typed.Picture)
        {
            await SettleAsync(before, typed.Picture, cancel);
        }

        await LoadAsync(id, typed, cancel);
        return Answer(why, id);
    }

    private async Task LoadAsync(int id, ContributorForm typed, CancellationToken cancel)
    {
        Typed = typed;
        await LoadAsync(id, typed.Name, cancel);
        var (db, chosen) = (HttpContext.RequestServices.GetRequiredService<NewsDbContext>(), typed.Picture ?? 0);
        Pictures = await db.PictureFiles.AsNoTracking().OrderByDescending(f => f.Id == chosen).ThenByDescending(f => f.Id).Take(PicturesOffered)
            .Select(f => new Choice(f.Id, f.File, f.Width, f.Height, f.Name, f.Contributor!.Name ?? f.CreditName ?? f.Organisation)).ToListAsync(cancel);
    }

    /// <summary>Brings the picture that was and the one that is to where they belong.</summary>
    private async Task SettleAsync(int? before, int? after, CancellationToken cancel)
    {
        var services = HttpContext.RequestServices;
        var files = await services.GetRequiredService<NewsDbContext>().PictureFiles.Where(f => f.Id == before || f.Id == after).Select(f => f.File).ToListAsync(cancel);
        await services.GetRequiredService<PictureReleases>().SettleAsync(files, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancel);
    }
}
