using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;
using NewsSite.Sources;

namespace NewsSite.Web.Pages.Desk.Publications;

/// <summary>Everything that hangs on a name, to be changed.</summary>
public sealed class EditModel(PublicationKeeping keeping, DeskActors actors) : NameEditPage(actors)
{
    /// <summary>What stands in the form.</summary>
    public PublicationForm Typed { get; private set; } = new();

    /// <inheritdoc/>
    public override DeskThing Thing => DeskThing.Publication;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await keeping.ReadAsync(id, cancel) is not { } found)
        {
            return NotFound();
        }

        Typed = found;
        await LoadAsync(id, found.Name, cancel);
        return Page();
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] PublicationForm typed, CancellationToken cancel)
    {
        Typed = typed;
        var why = await keeping.ChangeAsync(await ActorAsync(cancel), id, typed, cancel);
        await LoadAsync(id, typed.Name, cancel);
        return Answer(why, id);
    }
}
