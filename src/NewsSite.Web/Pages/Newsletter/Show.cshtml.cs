using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsletter;
using NewsSite.Web.Caching;
using NewsSite.Web.Newsletter;

namespace NewsSite.Web.Pages.Newsletter;

/// <summary>Offers the newsletter: the same page for everyone. What is sent from it goes to <see cref="SubscribeModel"/>.</summary>
public sealed class ShowModel(NewsletterSettings settings, NewsletterOffers offers) : SitePage
{
    /// <summary>The form.</summary>
    public ChoiceFields Fields { get; private set; } = null!;

    /// <inheritdoc/>
    public override bool CanBeLimited => true;

    /// <summary>Shows it with the languages ticked that the address says, else with that of the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!settings.On)
        {
            return NotFound();
        }

        Title = Words["Newsletter.Title"];
        Description = Words["Newsletter.Lead"];
        CanonicalPath = Link("/newsletter");
        Versions = [.. Site.LanguageTags.Select(l => new PageVersion(l, LinkIn(l, "/newsletter")))];
        Fields = new ChoiceFields(this, await offers.SectionsAsync(cancel), new TypedChoices { Languages = Reading.IsLimited ? [.. Reading.Tags] : [Language] });
        Keep(CacheTags.Lists);
        return Page();
    }
}
