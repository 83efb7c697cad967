using Microsoft.AspNetCore.Mvc;
using NewsSite.Site;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>What the pages about the publication's settings share.</summary>
public abstract class SettingPage(SiteUpdates updates) : PersonalPage
{
    /// <summary>Why nothing was changed.</summary>
    public SettingRefusal? Refusal { get; private set; }

    /// <summary>The field the refusal is about.</summary>
    public string? WrongField => Refusal switch
    {
        SettingRefusal.NameUnfit => "name",
        SettingRefusal.TimeZoneUnknown => "zone",
        SettingRefusal.LogoUnfit => "file",
        SettingRefusal.AccentUnfit or SettingRefusal.AccentFaintByDay => "light",
        SettingRefusal.AccentFaintByNight => "dark",
        SettingRefusal.SlugUnfit or SettingRefusal.SlugTaken => "slug",
        SettingRefusal.SectionNameUnfit => $"name-{Site.DefaultLanguage}",
        SettingRefusal.SectionAboutUnfit => $"about-{Site.DefaultLanguage}",
        _ => null,
    };

    /// <summary>The revision in the form: what was changed after it is not overwritten.</summary>
    public int Seen { get; private set; }

    /// <summary>True after a change was made.</summary>
    public bool IsDone => Refusal is null && Request.Query["done"] == "1";

    /// <summary>The administrator.</summary>
    protected int ActorId => AccountId ?? throw new InvalidOperationException("Only those signed in come here.");

    /// <summary>"true" for the field the refusal is about, for <c>aria-invalid</c>.</summary>
    public string? Wrong(string field) => field == WrongField ? "true" : null;

    /// <summary>Describes the field by the refusal, and by a hint of its own if it has one.</summary>
    public string? Described(string field, string? hint = null) => field == WrongField ? $"refusal {hint}".TrimEnd() : hint;

    /// <summary>Begins the page.</summary>
    /// <param name="titleKey">The key of its title.</param>
    /// <param name="seen">The revision that came with the form; null for one that is shown first.</param>
    protected void Begin(string titleKey, int? seen = null) => (Title, Seen) = (Words[titleKey], seen ?? Site.Revision);

    /// <summary>Shows what became of a change: the page at <paramref name="path"/> when it was made, else the form again with the reason.</summary>
    protected async Task<IActionResult> AnswerAsync(SettingRefusal? refusal, string path, CancellationToken cancel)
    {
        await updates.TakeUpAsync(cancel);
        if (refusal is not { } why)
        {
            return new SeeOtherResult(Link($"{path}?done=1"));
        }

        if (why == SettingRefusal.ChangedMeanwhile)
        {
            // They are told; who saves again wants it so.
            Seen = Site.Revision;
        }

        return Refuse(why);
    }

    /// <summary>Shows the form again with the reason.</summary>
    protected IActionResult Refuse(SettingRefusal refusal)
    {
        Refusal = refusal;
        Response.StatusCode = refusal == SettingRefusal.ChangedMeanwhile ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
