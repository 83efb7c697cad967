using Microsoft.AspNetCore.Mvc;
using NewsSite.Moderation;

namespace NewsSite.Web.Pages.Desk.Moderation;

/// <summary>Lets comments be seen, one or many.</summary>
public sealed class ApproveModel(Moderating moderating) : ModerationPage
{
    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(PathOf(QueueTab.Held));

    /// <summary>Approves what was chosen, each for itself.</summary>
    public async Task<IActionResult> OnPostAsync(string[] item, string? tab, CancellationToken cancel)
    {
        var decisions = new List<Decision>();
        foreach (var seen in item.Select(SeenComment.Parse).OfType<SeenComment>())
        {
            decisions.Add(await moderating.ApproveAsync(seen, ModeratorId, cancel));
        }

        return Report(decisions, tab);
    }
}
