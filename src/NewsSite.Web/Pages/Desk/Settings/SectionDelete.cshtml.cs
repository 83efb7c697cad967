using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Site;
using NewsSite.Text;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Deletes a section nothing stands in.</summary>
public sealed class SectionDeleteModel(NewsDbContext db, SectionChanges changes, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>Which.</summary>
    public int Id { get; private set; }

    /// <summary>Its name.</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>Asks once more.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Deletes it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? await AnswerAsync(await changes.DeleteAsync(ActorId, id, cancel), "/desk/settings/sections", cancel) : NotFound();

    private async Task<bool> LoadAsync(int id, CancellationToken cancel)
    {
        if (await db.Sections.Where(s => s.Id == id).Select(s => s.Name).SingleOrDefaultAsync(cancel) is not { } name)
        {
            return false;
        }

        Begin("SectionDelete");
        (Id, Name) = (id, name);
        return true;
    }
}
