using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Sources;

namespace NewsSite.Web.Pages.Desk.Publications;

/// <summary>Makes one of two: finds the other one, shows what would move, and does it.</summary>
public sealed class MergeModel(PublicationKeeping keeping, PublicationBook book, DeskActors actors) : NameMergePage(actors)
{
    /// <inheritdoc/>
    public override DeskThing Thing => DeskThing.Publication;

    /// <summary>Shows whom one may mean, or what would move.</summary>
    public async Task<IActionResult> OnGetAsync(int id, int? with, string? q, CancellationToken cancel)
    {
        if (await keeping.ReadAsync(id, cancel) is not { } kept)
        {
            return NotFound();
        }

        await LoadAsync(id, kept.Name, cancel);
        return Show(q, q is null ? [] : await book.FindAsync(q, cancel), with, with is null ? null : await keeping.PreviewAsync(id, with.Value, cancel));
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, int with, CancellationToken cancel)
    {
        var why = await keeping.MergeAsync(await ActorAsync(cancel), id, with, cancel);
        await LoadAsync(id, (await keeping.ReadAsync(id, cancel))?.Name, cancel);
        return Answer(why, id);
    }
}
