using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Takes a preview link back.</summary>
public sealed class RevokePreviewModel(PreviewLinks links) : DeskPage
{
    /// <summary>The link.</summary>
    public PreviewLink Shown { get; private set; } = null!;

    /// <summary>Asks whether to.</summary>
    public async Task<IActionResult> OnGetAsync(int id, int link, CancellationToken cancel)
    {
        if ((await links.ListForAsync(Actor, id, cancel)).FirstOrDefault(l => l.Id == link) is not { } found)
        {
            return NotFound();
        }

        (Shown, Title) = (found, Words["PreviewRevoke"]);
        return Page();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, int link, CancellationToken cancel) =>
        await links.RevokeAsync(Actor, id, link, cancel) is null
            ? Done(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/desk/articles/{id}/preview-links"), Words["PreviewRevokedNow"])
            : NotFound();
}
