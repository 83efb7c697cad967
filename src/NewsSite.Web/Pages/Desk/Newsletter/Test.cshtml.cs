using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Web.Pages.Desk.Newsletter;

/// <summary>Mails the next issue, as it would be now, to whoever asks.</summary>
public sealed class TestModel(NewsletterDesk desk, NewsDbContext db) : NewsletterDeskPage(desk)
{
    /// <summary>Opened by itself it shows the desk.</summary>
    public IActionResult OnGet() => Redirect(Link("/desk/newsletter"));

    /// <summary>Mails it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var address = await db.Accounts.Where(a => a.Id == Actor.AccountId).Select(a => a.Email).SingleOrDefaultAsync(cancel);
        if (!IsOpen || address is null)
        {
            return NotFound();
        }

        if (await ComposeAsync(address, cancel) is not { } mail)
        {
            return Done("/desk/newsletter", Words["Newsletter.Empty"]);
        }

        db.Outbox.Add(mail);
        await db.SaveChangesAsync(cancel);
        return Done("/desk/newsletter", Words.Format("Newsletter.TestSent", address));
    }
}
