using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Comments;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Comments;

/// <summary>The page of the form alone, and where every form posts to. A post that is not taken comes back here with everything typed.</summary>
[IgnoreAntiforgeryToken]
public sealed class NewModel(NewsDbContext db, CommentDesk desk, TimeProvider clock) : PersonalPage
{
    /// <summary>The article.</summary>
    public ArticleCard Article { get; private set; } = null!;

    /// <summary>The comment answered.</summary>
    public CommentRow? Parent { get; private set; }

    /// <summary>The form.</summary>
    public ReplyFormView Form { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(int article, int? parent, CancellationToken cancel) =>
        await LoadAsync(new CommentForm { Article = article, Parent = parent }, cancel) ? Page() : NotFound();

    /// <summary>Takes the post, or says why not.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] CommentForm typed, [FromForm] bool preview, CancellationToken cancel)
    {
        if (preview)
        {
            return await LoadAsync(typed, cancel) ? Preview(typed) : NotFound();
        }

        var outcome = await desk.PostAsync(HttpContext, typed, AccountId, cancel);
        if (outcome is PostOutcome.Stored stored)
        {
            return new SeeOtherResult(await desk.PlaceOfAsync(stored, cancel));
        }

        if (!await LoadAsync(typed, cancel))
        {
            return NotFound();
        }

        var refusal = ((PostOutcome.Refused)outcome).Why;
        Form = Form with { Refusal = refusal };
        Response.StatusCode = refusal == CommentRefusal.TooFast ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private PageResult Preview(CommentForm typed)
    {
        var text = CommentMarkup.Render(TypedText.Clean(typed.Text ?? ""));
        Form = Form with
        {
            Preview = text.Refusal is null ? text.Html : null,
            Refusal = text.Refusal is { } why ? CommentRefusals.Of(why) : null,
        };
        return Page();
    }

    private async Task<bool> LoadAsync(CommentForm typed, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var article = await db.Articles.Published(now).WithConversation(desk.Policy).Where(a => a.Id == typed.Article).Cards.SingleOrDefaultAsync(cancel);
        if (article is null)
        {
            return false;
        }

        Article = article;
        Speak(article.Language);
        if (typed.Parent is { } parent)
        {
            Parent = await db.Comments.Where(c => c.Id == parent && c.ArticleId == article.Id && c.Status != CommentStatus.Unconfirmed && c.Status != CommentStatus.Held)
                .Select(CommentRow.From(db)).SingleOrDefaultAsync(cancel);
        }

        Title = Parent is { IsPublished: true } ? Words.Format("ReplyTo", Parent.AuthorName) : Words["SaySomething"];
        Form = new ReplyFormView
        {
            IsAlone = true,
            Page = this,
            ArticleId = article.Id,
            Place = Parent is { IsPublished: true } ? string.Create(CultureInfo.InvariantCulture, $"/comments/{Parent.Id}#reply-{Parent.Id}") : $"{article.Address}#comments",
            ParentId = Parent?.Id ?? typed.Parent,
            ParentRevision = typed.Seen ?? Parent?.Revision,
            ParentName = Parent is { IsPublished: true } ? Parent.AuthorName : null,
            Language = article.Language,
            TakesGuests = desk.Policy.Guests,
            SignedInAs = AccountId is null ? null : User.Identity?.Name,
            Typed = typed,
        };
        return true;
    }
}
