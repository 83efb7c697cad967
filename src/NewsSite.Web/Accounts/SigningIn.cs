using Microsoft.AspNetCore.Identity;
using NewsSite.Accounts;
using NewsSite.Comments;

namespace NewsSite.Web.Accounts;

/// <summary>What became of a try to sign in.</summary>
public enum SignInOutcome
{
    /// <summary>Signed in.</summary>
    In,

    /// <summary>The password was right; the code of the authenticator is wanted.</summary>
    CodeWanted,

    /// <summary>Not signed in; why is not told.</summary>
    Refused,
}

/// <summary>Signs in by address and password. Whatever is wrong, it takes about as long and says the same, so that nobody learns which addresses have accounts.</summary>
public sealed class SigningIn(SignInManager<Account> signIn)
{
    private static readonly Account Nobody = new("nobody", DateTime.UnixEpoch);
    private static readonly Lazy<string> DecoyHash = new(() => new PasswordHasher<Account>().HashPassword(Nobody, "nobody's password"));

    /// <summary>Tries.</summary>
    public async Task<SignInOutcome> WithPasswordAsync(string? email, string? password, bool stay)
    {
        var users = signIn.UserManager;
        var account = GuestAddress.Read(email) is { } address ? await users.FindByEmailAsync(address) : null;
        // A longer one is nobody's, and would take long to hash.
        if (password is not { Length: > 0 and <= PasswordRules.MaxLength })
        {
            return SignInOutcome.Refused;
        }

        if (account is not { IsConfirmed: true, PasswordHash: not null } || await users.IsLockedOutAsync(account))
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, DecoyHash.Value, password);
            return SignInOutcome.Refused;
        }

        var result = await signIn.PasswordSignInAsync(account, password, stay, lockoutOnFailure: true);
        return result.Succeeded ? SignInOutcome.In : result.RequiresTwoFactor ? SignInOutcome.CodeWanted : SignInOutcome.Refused;
    }

    /// <summary>Signs in somebody who has just proved who they are.</summary>
    public Task DirectlyAsync(Account account) => signIn.SignInAsync(account, isPersistent: false);

    /// <summary>Ends the session of this browser.</summary>
    public Task OutAsync() => signIn.SignOutAsync();
}
