using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>What the publication says of itself, and where each of it is changed.</summary>
public sealed class IndexModel(SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>Shows it.</summary>
    public void OnGet() => Begin("SettingsTitle");
}
