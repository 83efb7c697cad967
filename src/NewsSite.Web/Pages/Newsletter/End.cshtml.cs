using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsletter;

namespace NewsSite.Web.Pages.Newsletter;

/// <summary>
/// Ends the newsletter by the link every issue carries, without signing in. Opening it asks first, for programs open links too; mail providers post to the same address
/// with <c>List-Unsubscribe=One-Click</c> (RFC 8058) and are not asked. Says the same about a key nobody knows.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class EndModel(Subscribing subscribing) : PersonalPage
{
    /// <summary>What the link carried.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>True once it is ended.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Asks.</summary>
    public void OnGet() => Title = Words["Newsletter.EndTitle"];

    /// <summary>Ends it, as often as it is asked for.</summary>
    public async Task OnPostAsync(CancellationToken cancel)
    {
        await subscribing.EndAsync(Key, cancel);
        IsDone = true;
        Title = Words["Newsletter.EndedTitle"];
    }
}
