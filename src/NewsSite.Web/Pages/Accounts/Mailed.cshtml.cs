namespace NewsSite.Web.Pages.Accounts;

/// <summary>Says that a mail is on its way: the same whatever stands in it.</summary>
public sealed class MailedModel : PersonalPage
{
    /// <summary>Shows it.</summary>
    public void OnGet() => Title = Words["Account.MailedTitle"];
}
