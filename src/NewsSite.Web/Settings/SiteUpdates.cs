using NewsSite.Data;
using NewsSite.Site;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Settings;

/// <summary>What every page shows of the publication.</summary>
/// <param name="Site">The settings.</param>
/// <param name="Menu">The navigation.</param>
/// <param name="Kept">The kept pages.</param>
public sealed record SiteFace(SiteSettings Site, SectionMenu Menu, KeptPages Kept);

/// <summary>Takes up what was changed at the desk, here or through another server: settings, navigation, and the kept pages, every one of which shows them.</summary>
public sealed class SiteUpdates(SiteFace face, IServiceScopeFactory scopes)
{
    /// <summary>Takes it up, if there is anything.</summary>
    public async Task TakeUpAsync(CancellationToken cancel)
    {
        // A scope of its own: whoever calls may have changed things half.
        await using var scope = scopes.CreateAsyncScope();
        if (await face.Site.RefreshAsync(scope.ServiceProvider.GetRequiredService<SettingHistory>(), cancel))
        {
            await face.Menu.RefreshAsync(scope.ServiceProvider.GetRequiredService<NewsDbContext>(), cancel);
            face.Kept.DropAll();
        }
    }
}
