using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Site;
using NewsSite.Text;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>The sections, in their order.</summary>
public sealed class SectionsModel(NewsDbContext db, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>A section and how many pieces stand in it.</summary>
    public sealed record Row(int Id, string Slug, LocalizedText Name, bool IsHidden, int Articles);

    /// <summary>The sections.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(string? refused, CancellationToken cancel)
    {
        Begin("SectionsTitle");
        Rows = await db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Id)
            .Select(s => new Row(s.Id, s.Slug, s.Name, s.IsHidden, db.Articles.Count(a => a.SectionId == s.Id))).ToListAsync(cancel);
        if (Enum.TryParse<SettingRefusal>(refused, out var why) && Enum.IsDefined(why))
        {
            Refuse(why);
        }
    }
}
