using Microsoft.AspNetCore.Mvc;
using NewsSite.Credits;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Naming;

/// <summary>Makes one, or finds who has that name.</summary>
public sealed class ContributorCreateModel(ContributorBook book, DeskActors actors) : NamePage(actors)
{
    /// <summary>What stands in the form.</summary>
    public NewName Typed { get; private set; } = new("");

    /// <summary>Shows the form.</summary>
    public void OnGet(string? name) => (Title, Typed) = (Words["ContributorCreate"], new NewName(name));

    /// <summary>Makes one.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] NewName typed, CancellationToken cancel)
    {
        (Title, Typed) = (Words["ContributorCreate"], typed);
        return Answer(await book.CreateAsync(await ActorAsync(cancel), typed, cancel), "/desk/contributors");
    }
}
