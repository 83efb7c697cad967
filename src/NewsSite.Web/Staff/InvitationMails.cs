using NewsSite.Accounts;
using NewsSite.Email;
using NewsSite.Staff;
using NewsSite.Web.Email;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Staff;

/// <summary>Writes the mail that asks somebody into the newsroom, in the language the inviter chose.</summary>
public sealed class InvitationMails(MailWriter writer, SiteLinks links, SiteSettings site)
{
    /// <summary>The page behind the link.</summary>
    public const string Path = "/account/invitation";

    /// <summary>Writes it.</summary>
    public OutboxMail Write(Invitation invitation, string token, string inviter)
    {
        var words = writer.WordsFor(invitation.Language);
        var until = words.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(invitation.ExpiresAt, site.Zone)));
        var mail = writer.Write(
            MailKind.Account,
            invitation.Email,
            invitation.Language,
            words.Format("InvitationMail.Subject", site.Name),
            [
                new MailPart.Paragraph(words.Format("InvitationMail.Text", inviter, site.Name, Roles(words, invitation.Grant))),
                new MailPart.Action(words["InvitationMail.Action"], links.To($"{Path}?token={token}")),
                new MailPart.Paragraph(words.Format("InvitationMail.Ignore", until)),
            ],
            words["InvitationMail.Why"],
            invitation.MailedAt);
        return mail;
    }

    /// <summary>What somebody is to become, as a sentence says it: "translator (English, Ukrainian), editor".</summary>
    internal static string Roles(Words words, StaffGrant grant) => string.Join(words["ListComma"], grant.Roles.Select(role =>
        role == AccountRole.Translator && grant.Languages.Count > 0
            ? $"{words[$"StaffRole.{role}"]} ({string.Join(words["ListComma"], grant.Languages.Select(words.LanguageName))})"
            : words[$"StaffRole.{role}"]));
}
