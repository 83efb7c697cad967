using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Email;

namespace NewsSite.Web.Pages.Mail;

/// <summary>
/// The last mails of the mail folder with their links, so that a developer can follow one. In Development only, for the links are secrets; its words are English,
/// for nobody else sees them.
/// </summary>
public sealed partial class DropModel(MailFolder folder, IHostEnvironment environment) : PersonalPage
{
    private const int Shown = 20;

    /// <summary>A mail as the page lists it.</summary>
    /// <param name="Subject">Its subject.</param>
    /// <param name="Recipient">Whom it goes to.</param>
    /// <param name="Date">When it was written.</param>
    /// <param name="Links">The addresses in its plain text.</param>
    public sealed record DroppedMail(string Subject, string Recipient, DateTimeOffset Date, IReadOnlyList<string> Links);

    /// <summary>The mails, the newest first.</summary>
    public IReadOnlyList<DroppedMail> Mails { get; private set; } = [];

    /// <summary>Lists them; anywhere but in Development there is no such page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        Speak("en");
        Title = "Mail folder";
        Mails = [.. (await folder.LastAsync(Shown, cancel)).Select(m => new DroppedMail(
            m.Subject ?? "", m.To.ToString(), m.Date, [.. Address().Matches(m.TextBody ?? "").Select(a => a.Value).Distinct()]))];
        return Page();
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
