using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NewsSite.Accounts;

namespace NewsSite.Web.Accounts;

/// <summary>The secrets of links that let somebody choose a new password. They open an account, so they live an hour and not a day (OWASP ASVS 5.0, 6.4).</summary>
public sealed class ResetTokens(IDataProtectionProvider protection, IOptions<ResetTokenOptions> options, ILogger<DataProtectorTokenProvider<Account>> log)
    : DataProtectorTokenProvider<Account>(protection, options, log)
{
    /// <summary>What Identity knows them by.</summary>
    public new const string Name = "Reset";
}

/// <summary>How long they live.</summary>
public sealed class ResetTokenOptions : DataProtectionTokenProviderOptions
{
    /// <summary>An hour.</summary>
    public ResetTokenOptions() => (Name, TokenLifespan) = (ResetTokens.Name, TimeSpan.FromHours(1));
}
