using Microsoft.AspNetCore.Mvc;
using NewsSite.Email;
using NewsSite.Newsletter;
using NewsSite.Web.Newsletter;
using NewsSite.Web.Pages.Newsletter;

namespace NewsSite.Web.Pages.Desk.Newsletter;

/// <summary>What the desk looks at an issue with.</summary>
/// <param name="Settings">When issues go out.</param>
/// <param name="Press">Makes them.</param>
/// <param name="Reader">Reads what they tell.</param>
/// <param name="Writer">Puts it into words.</param>
/// <param name="Offers">What can be chosen.</param>
public sealed record NewsletterDesk(NewsletterSettings Settings, IssuePress Press, IssueReader Reader, IssueWriter Writer, NewsletterOffers Offers);

/// <summary>A page of the newsletter's desk: for those who publish. Knows for which choices an issue is looked at, from the address or the form.</summary>
public abstract class NewsletterDeskPage(NewsletterDesk desk) : DeskPage
{
    /// <summary>The language subscribers are written to in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Tongue { get; set; }

    /// <summary>What is ticked.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public TypedChoices Typed { get; set; } = new();

    /// <summary>The sections there are.</summary>
    public IReadOnlyList<OfferedSection> OfferedSections { get; private set; } = [];

    /// <summary>What is ticked, as it would be kept; the site's own language where nothing is.</summary>
    public NewsletterChoices Choices { get; private set; } = null!;

    /// <summary>The issue as it would be now.</summary>
    protected Issue Draft { get; private set; } = null!;

    /// <summary>What it would tell.</summary>
    protected IssueContent Told { get; private set; } = null!;

    /// <summary>Composes the issue that would go out now to those who chose that.</summary>
    /// <returns>Null for somebody who does not publish, or where there is no newsletter.</returns>
    protected async Task<OutboxMail?> ComposeAsync(string? recipient, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Told.IsEmpty ? null : desk.Writer.WriteSample(Draft, Choices, Told, recipient);
    }

    /// <summary>True where there is a newsletter and the person asking may look after it.</summary>
    protected bool IsOpen => desk.Settings.On && Actor.MayPublish;

    private async Task ReadAsync(CancellationToken cancel)
    {
        OfferedSections = await desk.Offers.SectionsAsync(cancel);
        var offer = desk.Offers.Of(OfferedSections);
        var tongue = Tongue is { } asked && Site.LanguageTags.Contains(asked) ? asked : Site.LanguageTags.Contains(Language) ? Language : Site.DefaultLanguage;
        Tongue = tongue;
        Choices = NewsletterChoices.Of(tongue, Typed.Languages, Typed.Sections, Typed.Rhythm, offer) ?? NewsletterChoices.Of(tongue, [tongue], Typed.Sections, Typed.Rhythm, offer)!;
        Typed = TypedChoices.Of(Choices);
        Draft = await desk.Press.DraftAsync(Choices.Rhythm, cancel);
        Told = await desk.Reader.ReadAsync(Draft, Choices, cancel);
    }
}
