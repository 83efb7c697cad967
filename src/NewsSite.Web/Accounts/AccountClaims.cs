using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Accounts;
using NewsSite.Data;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Accounts;

/// <summary>What the cookie says of the person signed in: key, name, language, roles; not the address.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options, NewsDbContext db) : UserClaimsPrincipalFactory<Account>(users, options)
{
    /// <inheritdoc/>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        foreach (var claim in identity.FindAll(c => c.Type is ClaimTypes.Name or ClaimTypes.Email).ToList())
        {
            identity.RemoveClaim(claim);
        }

        identity.AddClaim(new Claim(ClaimTypes.Name, user.DisplayName));
        identity.AddClaim(new Claim(PersonalPage.LanguageClaim, user.Language));
        var roles = await db.Accounts.Where(a => a.Id == user.Id).SelectMany(a => a.Roles).Select(r => r.Role).ToListAsync();
        identity.AddClaims(roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        return identity;
    }
}
