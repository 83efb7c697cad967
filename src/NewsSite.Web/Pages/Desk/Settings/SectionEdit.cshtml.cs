using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Site;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Changes a section.</summary>
public sealed class SectionEditModel(NewsDbContext db, SectionChanges changes, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>Which.</summary>
    public int Id { get; private set; }

    /// <summary>What stands in the form.</summary>
    public SectionSetting Section { get; private set; } = null!;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await LoadAsync(id, null, cancel) ? Page() : NotFound();

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] SectionForm typed, CancellationToken cancel)
    {
        if (!await LoadAsync(id, typed.Seen, cancel))
        {
            return NotFound();
        }

        Section = typed.Read(Site.LanguageTags, Section);
        return await AnswerAsync(await changes.ChangeAsync(ActorId, id, Section, Site.DefaultLanguage, Seen, cancel), "/desk/settings/sections", cancel);
    }

    private async Task<bool> LoadAsync(int id, int? seen, CancellationToken cancel)
    {
        if (await db.Sections.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } section)
        {
            return false;
        }

        Begin("SectionEditTitle", seen);
        (Id, Section) = (id, SectionSetting.Of(section));
        return true;
    }
}
