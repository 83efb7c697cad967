using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk;

/// <summary>A page of the desk: knows who asks, by the records and not by a cookie that may be a minute old, and says what came of the step before.</summary>
public abstract class DeskPage : PersonalPage
{
    private const string OutcomeKey = "DeskOutcome";

    /// <summary>Who asks.</summary>
    public DeskActor Actor { get; private set; } = null!;

    /// <summary>What came of the step before, as a sentence.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Why the form was not taken, as a sentence.</summary>
    public string? Problem { get; protected set; }

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var actors = HttpContext.RequestServices.GetRequiredService<DeskActors>();
        if (await actors.FindAsync(AccountId, HttpContext.RequestAborted) is not { } actor)
        {
            context.Result = NotFound();
            return;
        }

        Actor = actor;
        Outcome = TempData[OutcomeKey] as string;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>Leads on, and has the next page say what came of it.</summary>
    protected RedirectResult Done(string path, string sentence)
    {
        TempData[OutcomeKey] = sentence;
        return Redirect(Link(path));
    }

    /// <summary>What is not allowed is not there; everything else is the same page with a sentence.</summary>
    protected IActionResult Refuse(DeskRefusal why)
    {
        if (why is DeskRefusal.NotFound or DeskRefusal.NoRevision)
        {
            return NotFound();
        }

        Problem = Words[$"DeskRefusal.{why}"];
        Response.StatusCode = why is DeskRefusal.NotAllowed or DeskRefusal.HeldByOther ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
