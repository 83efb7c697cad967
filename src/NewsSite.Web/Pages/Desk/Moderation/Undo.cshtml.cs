using Microsoft.AspNetCore.Mvc;
using NewsSite.Moderation;

namespace NewsSite.Web.Pages.Desk.Moderation;

/// <summary>Takes decisions back.</summary>
public sealed class UndoModel(Moderating moderating) : ModerationPage
{
    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(PathOf(QueueTab.Decided));

    /// <summary>Undoes the decisions named, each for itself.</summary>
    public async Task<IActionResult> OnPostAsync(string[] entry, string? tab, CancellationToken cancel)
    {
        var decisions = new List<Decision>();
        foreach (var key in entry.Select(Key).OfType<int>())
        {
            decisions.Add(await moderating.UndoAsync(key, ModeratorId, cancel));
        }

        return Report(decisions, tab);
    }
}
