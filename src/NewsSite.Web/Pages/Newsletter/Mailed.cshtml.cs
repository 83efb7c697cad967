namespace NewsSite.Web.Pages.Newsletter;

/// <summary>Says that a mail is on its way.</summary>
public sealed class MailedModel : PersonalPage
{
    /// <summary>Shows it.</summary>
    public void OnGet() => Title = Words["Newsletter.MailedTitle"];
}
