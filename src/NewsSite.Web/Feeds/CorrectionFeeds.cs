using System.Text;
using NewsSite.Text;

namespace NewsSite.Web.Feeds;

/// <summary>Makes entries of corrections. An entry's id is the note's place on the page of corrections, which no new slug moves.</summary>
internal static class CorrectionFeeds
{
    /// <summary>The notes as entries.</summary>
    /// <param name="notes">The notes, newest first.</param>
    /// <param name="site">The site.</param>
    public static IReadOnlyList<FeedEntry> Entries(IEnumerable<CorrectionNote> notes, FeedSite site) => [.. notes.Select(note => new FeedEntry
    {
        Id = $"{site.Address}/corrections#note-{note.Id}",
        Address = site.Whole($"{note.Address}#corrections"),
        Title = $"{site.Page.Words[$"CorrectionNote.{note.Kind}"]}: {note.Headline}",
        Language = note.Language,
        Published = note.NotedAt,
        Updated = note.NotedAt,
        Summary = note.Text,
        Html = Html(note),
    })];

    private static string Html(CorrectionNote note)
    {
        var html = new StringBuilder("<p>").Append(FeedText.AsHtml(note.Text)).Append("</p>");
        foreach (var change in note.Changes)
        {
            html.Append("<p>");
            foreach (var piece in change.Pieces)
            {
                var tag = piece.Kind switch { DiffKind.Added => "ins", DiffKind.Removed => "del", _ => null };
                html.Append(tag is null ? "" : $"<{tag}>").Append(FeedText.AsHtml(piece.Text)).Append(tag is null ? "" : $"</{tag}>");
            }

            html.Append("</p>");
        }

        return FeedText.InLanguage(note.Language, html.ToString());
    }
}
