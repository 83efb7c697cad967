using System.Buffers.Text;
using System.Globalization;
using System.Text;
using NewsSite.Accounts;
using NewsSite.Email;
using NewsSite.Web.Email;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Accounts;

/// <summary>Writes the mails about accounts, in the account's language.</summary>
public sealed class AccountMails(MailWriter writer, SiteLinks links, SiteSettings site, TimeProvider clock)
{
    /// <summary>Asks whoever reads the address to confirm a new account.</summary>
    public OutboxMail Confirm(Account account, string token, string? returnUrl)
    {
        var after = returnUrl is null ? "" : $"&returnUrl={Uri.EscapeDataString(returnUrl)}";
        return Write(MailKind.Confirm, account, "ConfirmMail", Link("confirm", account.Id, token) + after, account.DisplayName);
    }

    /// <summary>Says to whoever reads the address that it has an account already.</summary>
    public OutboxMail AlreadyThere(Account account) => Write(MailKind.Account, account, "ThereMail", links.To("/account/forgot"), account.DisplayName);

    /// <summary>Says that the account's deletion was asked for, and how to keep it.</summary>
    public OutboxMail Leaving(Account account)
    {
        var until = TimeZoneInfo.ConvertTimeFromUtc(account.DeletionAskedAt!.Value + Account.DeletionDelay, site.Zone);
        return Write(MailKind.Account, account, "LeavingMail", links.To("/account/delete"), account.DisplayName, Words.In(site.ChromeFor(account.Language)).ShortTime(until));
    }

    /// <summary>Lets whoever reads the address choose a new password.</summary>
    public OutboxMail Reset(Account account, string token) => Write(MailKind.Reset, account, "ResetMail", Link("reset", account.Id, token), account.DisplayName);

    /// <summary>
    /// Says to whoever asked for a new password that the address has no account. They may have used another; and the page that asks takes as long with a mail as with the other.
    /// </summary>
    public OutboxMail Nobody(string recipient, string language) => WriteTo(recipient, MailKind.Account, language, "NobodyMail", links.To("/account/register"), site.Name);

    /// <summary>Tells that the password was changed.</summary>
    public OutboxMail PasswordChanged(Account account) => Write(MailKind.Account, account, "PasswordMail", links.To("/account/forgot"), account.DisplayName);

    /// <summary>Asks the old address whether the account may move to a new one.</summary>
    public OutboxMail MoveFrom(Account account, string newAddress, string token) => Write(MailKind.Confirm, account, "MoveFromMail", Link("email/confirm", account.Id, token), account.DisplayName, newAddress);

    /// <summary>Asks the new address whether the account may move to it.</summary>
    public OutboxMail MoveTo(Account account, string newAddress, string token) => WriteTo(newAddress, MailKind.Confirm, account.Language, "MoveToMail", Link("email/confirm", account.Id, token), account.DisplayName);

    /// <summary>Tells the old address that the account has moved.</summary>
    public OutboxMail Moved(Account account, string oldAddress) => WriteTo(oldAddress, MailKind.Account, account.Language, "MovedMail", links.To("/account/sign-in"), account.DisplayName, account.Email!);

    /// <summary>Tells that something to sign in with was added or taken away.</summary>
    public OutboxMail KeysChanged(Account account) => Write(MailKind.Account, account, "KeysMail", links.To("/account"), account.DisplayName);

    /// <summary>A token as it stands in a link.</summary>
    public static string InLink(string token) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token));

    /// <summary>The token of a link; empty when it is none.</summary>
    public static string FromLink(string? linked)
    {
        try
        {
            return linked is null ? "" : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(linked));
        }
        catch (FormatException)
        {
            return "";
        }
    }

    private string Link(string page, int accountId, string token) => links.To(string.Create(CultureInfo.InvariantCulture, $"/account/{page}?account={accountId}&token={InLink(token)}"));

    private OutboxMail Write(MailKind kind, Account account, string key, string url, params object[] blanks) => WriteTo(account.Email!, kind, account.Language, key, url, blanks);

    private OutboxMail WriteTo(string recipient, MailKind kind, string language, string key, string url, params object[] blanks)
    {
        var words = Words.In(site.ChromeFor(language));
        return writer.Write(
            kind,
            recipient,
            language,
            words.Format($"Account.{key}.Subject", site.Name),
            [new MailPart.Paragraph(words.Format($"Account.{key}.Text", blanks)), new MailPart.Action(words[$"Account.{key}.Action"], url), new MailPart.Paragraph(words[$"Account.{key}.Ignore"])],
            words["MailWhyAccount"],
            clock.GetUtcNow().UtcDateTime);
    }
}
