using Microsoft.AspNetCore.Mvc;
using NewsSite.Moderation;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Pages.Desk.Moderation;

/// <summary>Takes comments away, with a reason readers are told.</summary>
public sealed class RemoveModel(Moderating moderating, ModerationLists lists) : ModerationPage
{
    /// <summary>The usual reasons, by the keys of their words.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["Abuse", "Hatred", "Spam", "Privacy", "OffTopic", "Law"];

    /// <summary>What is to be removed.</summary>
    public IReadOnlyList<SeenComment> Items { get; private set; } = [];

    /// <summary>The comments it is about.</summary>
    public IReadOnlyList<QueueComment> Comments { get; private set; } = [];

    /// <summary>The usual reason chosen.</summary>
    public string? Reason { get; private set; }

    /// <summary>The reason in the moderator's own words.</summary>
    public string? Own { get; private set; }

    /// <summary>The list to go back to.</summary>
    public string? Back { get; private set; }

    /// <summary>Why it was not done.</summary>
    public string? Problem { get; private set; }

    /// <summary>There is nothing to see here but what a form brings.</summary>
    public IActionResult OnGet() => Redirect(PathOf(QueueTab.Held));

    /// <summary>Removes what was chosen; asks for the reason where the form had none to ask.</summary>
    public async Task<IActionResult> OnPostAsync(string[] item, string? reason, string? words, string? tab, bool asked, CancellationToken cancel)
    {
        Items = [.. item.Select(SeenComment.Parse).OfType<SeenComment>()];
        var found = await lists.FindAsync([.. Items.Select(i => i.CommentId)], cancel);
        (Comments, Reason, Own, Back) = ([.. found.Select(f => f.Comment)], Reasons.Contains(reason) ? reason : null, words?.Trim(), tab);
        Title = Words["RemoveTitle"];
        var longest = found.Select(f => ReasonIn(f.Language).Length).DefaultIfEmpty().Max();
        Problem = Comments.Count == 0 ? Words["RemoveNothing"]
            : !asked ? null
            : longest == 0 ? Words["RemoveNoReason"]
            : longest > ModerationEntry.MaxReasonLength ? Words.Format("RemoveTooLong", Words.Number(ModerationEntry.MaxReasonLength))
            : null;
        if (Problem is not null || !asked)
        {
            return Page();
        }

        var languages = found.ToDictionary(f => f.Comment.Id, f => f.Language);
        var decisions = new List<Decision>();
        foreach (var seen in Items.Where(i => languages.ContainsKey(i.CommentId)))
        {
            decisions.Add(await moderating.RemoveAsync(seen, ModeratorId, ReasonIn(languages[seen.CommentId]), cancel));
        }

        return Report(decisions, tab);
    }

    /// <summary>The reason in the language of the article's readers, who are told it.</summary>
    private string ReasonIn(string language) =>
        string.Join(' ', new[] { Reason is null ? null : Words.In(Site.ChromeFor(language))[$"Reason.{Reason}"], Own }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>The fields that ask for a public reason.</summary>
/// <param name="Words">The words of the page.</param>
/// <param name="Key">What makes the fields' ids unique on it.</param>
/// <param name="Reason">The usual reason chosen.</param>
/// <param name="Own">The reason in the moderator's own words.</param>
/// <param name="Problem">Why it was not taken.</param>
public sealed record ReasonsView(Words Words, int Key, string? Reason = null, string? Own = null, string? Problem = null);
