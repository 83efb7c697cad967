using Microsoft.AspNetCore.Mvc;

namespace NewsSite.Web.Pages;

/// <summary>Where readers say which languages they read. The form leads back to the list they came from, whose address then says it; what is remembered, the browser remembers.</summary>
public sealed class LanguagesModel : SitePage
{
    /// <summary>Where to go back to; the archive where nobody said.</summary>
    public string From { get; private set; } = "/archive";

    /// <summary>The languages ticked.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    /// <summary>Shows the form, or goes where it leads.</summary>
    /// <param name="from">A path of this site with its query; anything else is passed over.</param>
    /// <param name="go">Said where the form was sent.</param>
    public IActionResult OnGet(string? from, string? go)
    {
        // Nowhere but here: an address that leads from ours to another site is a gift to whoever sends letters.
        if (from is { Length: <= 400 } && Url.IsLocalUrl(from) && from.StartsWith('/') && !from.Any(char.IsControl))
        {
            From = from;
        }

        var read = LanguageChoice.Read(Request.Query[LanguageChoice.Parameter], Site.LanguageTags);
        if (go is not null)
        {
            return LocalRedirect(LanguageChoice.Say(From, read is { } chosen ? chosen.Said : null));
        }

        Chosen = read is { Choice.IsLimited: true } some ? some.Choice.Tags : Site.LanguageTags;
        Title = Words["Reading.Title"];
        CanonicalPath = Link("/languages");
        Versions = [.. Site.LanguageTags.Select(l => new PageVersion(l, LinkIn(l, "/languages")))];
        NoIndex = Request.Query.Count > 0;
        if (from is null)
        {
            Keep();
        }

        return Page();
    }
}
