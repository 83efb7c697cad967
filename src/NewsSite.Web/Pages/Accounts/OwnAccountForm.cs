using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>A form about the account signed in.</summary>
[Authorize]
public abstract class OwnAccountForm(AccountChanges changes) : AccountForm
{
    /// <summary>The account.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>What can be changed.</summary>
    protected AccountChanges Changes => changes;

    /// <summary>True after a change was made.</summary>
    public bool IsDone => Request.Query["done"] == "1";

    /// <summary>The key of the page's title.</summary>
    protected abstract string TitleKey { get; }

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        OnPageHandlerExecuting(context);
        if (context.Result is null)
        {
            if (await changes.FindAsync(AccountId, HttpContext.RequestAborted) is { } account)
            {
                (Account, Title) = (account, Words[TitleKey]);
                if (await next() is { Exception: DbUpdateException } overtaken)
                {
                    // The same button twice, or another browser of theirs: the page shows how things stand now.
                    (overtaken.ExceptionHandled, overtaken.Result) = (true, new SeeOtherResult(Request.Path));
                }

                return;
            }

            context.Result = NotFound();
        }
    }
}
