using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>What there is to do about one's account.</summary>
[Authorize]
public sealed class OverviewModel(NewsDbContext db) : PersonalPage
{
    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The address.</summary>
    public string? Email { get; private set; }

    /// <summary>True for those who belong to the newsroom.</summary>
    public bool HasDesk => User.HasDesk();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var account = await db.Accounts.Where(a => a.Id == AccountId && a.ErasedAt == null).Select(a => new { a.DisplayName, a.Email }).SingleOrDefaultAsync(cancel);
        (Name, Email, Title) = (account?.DisplayName ?? "", account?.Email, Words["Account.Title"]);
        return account is null ? NotFound() : Page();
    }
}
