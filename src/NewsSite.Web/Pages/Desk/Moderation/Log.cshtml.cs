using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Moderation;

namespace NewsSite.Web.Pages.Desk.Moderation;

/// <summary>The moderation log, whole or of one comment.</summary>
public sealed class LogModel(ModerationLists lists) : ModerationPage
{
    /// <summary>The lines, newest first.</summary>
    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    /// <summary>The comment asked for; null for all.</summary>
    public int? CommentId { get; private set; }

    /// <summary>The address of the next page; null on the last.</summary>
    public string? NextPage { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string? comment, string? before, CancellationToken cancel)
    {
        if ((before is not null && Key(before) is null) || (!string.IsNullOrEmpty(comment) && Key(comment) is null))
        {
            return BadRequest();
        }

        Title = Words["LogTitle"];
        CommentId = Key(comment);
        var log = await lists.LogAsync(CommentId, Key(before), cancel);
        Lines = log.Lines;
        NextPage = log.Next is { } next ? Link(string.Create(CultureInfo.InvariantCulture, $"/desk/moderation/log?before={next}{(CommentId is null ? "" : "&comment=")}{CommentId}")) : null;
        return Page();
    }
}
