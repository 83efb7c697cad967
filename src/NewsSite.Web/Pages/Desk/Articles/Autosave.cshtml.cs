using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Keeps what is on an open editor while somebody types, and answers the page's script with what the piece is now.</summary>
public sealed class AutosaveModel(Drafting drafting) : DeskPage
{
    /// <summary>There is nothing to see here.</summary>
    public IActionResult OnGet() => NotFound();

    /// <summary>Keeps it as an autosave: never more than a draft, whatever the piece's stage.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] EditorForm typed, CancellationToken cancel)
    {
        if (await drafting.OpenAsync(Actor, id, cancel) is null)
        {
            return NotFound();
        }

        var outcome = await drafting.SaveAsync(Actor, new DraftSave
        {
            ArticleId = id, Base = typed.Base, Content = typed.ToContent(), Original = typed.Original?.ReplaceLineEndings("\n"), Kind = RevisionKind.Autosave, Session = EditModel.Session(typed.Session), Settles = typed.Settles,
        }, cancel);
        return outcome switch
        {
            DraftOutcome.Kept kept => new JsonResult(new { state = "kept", number = kept.Number, joined = kept.IsJoined ? EditorText.Of(kept.Content) : null }),
            DraftOutcome.Aside aside => new JsonResult(new { state = "aside", number = aside.Number, fields = aside.Disagreements, latest = aside.Latest.Number, theirs = EditorText.Of(aside.Latest.Content) }),
            _ => new JsonResult(new { state = "refused", sentence = Words[$"DeskRefusal.{((DraftOutcome.Refused)outcome).Why}"] }) { StatusCode = StatusCodes.Status422UnprocessableEntity },
        };
    }
}

/// <summary>The fields the page's script can join by itself.</summary>
public sealed record EditorText(string Headline, string Standfirst, string Body, string Slug)
{
    /// <summary>Those of a piece.</summary>
    public static EditorText Of(ArticleContent content) => new(content.Headline, content.Standfirst, content.Body, content.Slug);
}
