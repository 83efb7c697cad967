using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Desk.Newsletter;

/// <summary>The next issue as a mail program shows it, for a frame of the desk: its styles stand in it, as mail needs them, so it has a policy of its own.</summary>
public sealed class PreviewModel(NewsletterDesk desk) : NewsletterDeskPage(desk)
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!IsOpen || await ComposeAsync(null, cancel) is not { } mail)
        {
            return NotFound();
        }

        HttpContext.FrameWith(Policy);
        return Content(mail.Html, "text/html; charset=utf-8");
    }
}
