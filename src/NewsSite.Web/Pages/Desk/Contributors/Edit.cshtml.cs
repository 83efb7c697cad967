using Microsoft.AspNetCore.Mvc;
using NewsSite.Credits;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Contributors;

/// <summary>Everything that hangs on a name, to be changed.</summary>
public sealed class EditModel(ContributorKeeping keeping, DeskActors actors) : NameEditPage(actors)
{
    /// <summary>What stands in the form.</summary>
    public ContributorForm Typed { get; private set; } = new();

    /// <inheritdoc/>
    public override DeskThing Thing => DeskThing.Contributor;

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
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] ContributorForm typed, CancellationToken cancel)
    {
        Typed = typed;
        var why = await keeping.ChangeAsync(await ActorAsync(cancel), id, typed, cancel);
        await LoadAsync(id, typed.Name, cancel);
        return Answer(why, id);
    }
}
