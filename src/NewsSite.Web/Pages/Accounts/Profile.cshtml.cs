using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Accounts;

namespace NewsSite.Web.Pages.Accounts;

/// <summary>Changes name, bio, language and mail.</summary>
public sealed class ProfileModel(AccountChanges changes) : OwnAccountForm(changes)
{
    /// <summary>What stands in the form.</summary>
    public Profile Typed { get; private set; } = null!;

    /// <inheritdoc/>
    protected override string TitleKey => "Account.ProfileTitle";

    /// <summary>Shows the form.</summary>
    public void OnGet() => Typed = new Profile(Account.DisplayName, Account.Bio, Account.Language, Account.ReplyMail);

    /// <summary>Changes them.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] Profile typed, CancellationToken cancel)
    {
        Typed = typed with { Language = Site.LanguageTags.Contains(typed.Language) ? typed.Language : Account.Language };
        return await Changes.ChangeProfileAsync(Account, Typed, cancel) is { } why ? Refuse(why) : new SeeOtherResult("/account/profile?done=1");
    }
}
