using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Takes over into a piece what an editor confirms of what was found at its original's address.</summary>
public sealed class TakeFetchedModel(Drafting drafting, EditorDesk editor, FetchDesk desk) : FetchPage(drafting, editor, desk)
{
    /// <summary>There is nothing to see without something found.</summary>
    public IActionResult OnGet(int id) => Redirect(Link(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/desk/articles/{id}/fetch")));

    /// <summary>Saves it as any save: what others typed meanwhile is joined or kept aside.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] FetchedForm typed, CancellationToken cancel)
    {
        Found = typed;
        if (await LoadAsync(id, cancel) is { } instead)
        {
            return instead;
        }

        Address = typed.Address ?? "";
        if (await Drafting.RevisionAsync(id, typed.Base, cancel) is not { } begun)
        {
            return Refuse(DeskRefusal.NoRevision);
        }

        var (content, original) = await Desk.TakeAsync(begun.Content, typed, Actor, cancel);
        return await Drafting.SaveAsync(Actor, new DraftSave { ArticleId = id, Base = typed.Base, Content = content, Original = original, Note = Words["FetchNote"] }, cancel) switch
        {
            DraftOutcome.Refused refused => Refuse(refused.Why),
            DraftOutcome.Aside => Done($"/desk/articles/{id}", Words["Editor.ClashText"]),
            _ => Done($"/desk/articles/{id}", Words["FetchTaken"]),
        };
    }
}
