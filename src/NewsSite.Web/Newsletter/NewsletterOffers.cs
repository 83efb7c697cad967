using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Newsletter;
using NewsSite.Text;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Newsletter;

/// <summary>A section one can choose.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
public sealed record OfferedSection(int Id, LocalizedText Name);

/// <summary>Reads what a subscriber can choose from.</summary>
public sealed class NewsletterOffers(NewsDbContext db, SiteSettings site)
{
    /// <summary>The sections readers see, in order.</summary>
    public async Task<IReadOnlyList<OfferedSection>> SectionsAsync(CancellationToken cancel = default) =>
        await db.Sections.AsNoTracking().Where(s => !s.IsHidden).OrderBy(s => s.Position).ThenBy(s => s.Id).Select(s => new OfferedSection(s.Id, s.Name)).ToListAsync(cancel);

    /// <summary>Languages and sections.</summary>
    public NewsletterOffer Of(IReadOnlyList<OfferedSection> sections) => new(site.LanguageTags, [.. sections.Select(s => s.Id)]);
}
