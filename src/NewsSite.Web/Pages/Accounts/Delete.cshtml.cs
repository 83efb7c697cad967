using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Asks for one's account to be deleted; shows until when one may think better of it.</summary>
[Authorize]
public sealed class DeleteModel(Leaving leaving, TimeProvider clock) : AccountForm
{
    /// <summary>The account's name, which is to be typed.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What was typed.</summary>
    public string? Typed { get; private set; }

    /// <summary>When the account goes; UTC. Null when nobody asked for it.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>True while one may think better of it.</summary>
    public bool CanBeKept { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) is null ? NotFound() : Page();

    /// <summary>Asks for it.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? name, CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } account)
        {
            return NotFound();
        }

        Typed = name;
        return await leaving.AskAsync(account, name, cancel) ? new SeeOtherResult(Link("/account/delete")) : Refuse(AccountRefusal.NameDiffers);
    }

    private async Task<NewsSite.Accounts.Account?> LoadAsync(CancellationToken cancel)
    {
        var account = await leaving.FindAsync(AccountId, cancel);
        (Title, Name) = (Words["AccountDelete.Title"], account?.DisplayName ?? "");
        Until = account?.DeletionAskedAt + NewsSite.Accounts.Account.DeletionDelay;
        CanBeKept = account?.IsDueForErasure(clock.GetUtcNow().UtcDateTime) == false;
        return account;
    }
}
