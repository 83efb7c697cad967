using Microsoft.AspNetCore.Mvc;
using NewsSite.Media;
using NewsSite.Site;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Changes the picture in the masthead. SVG is refused: it can hold script.</summary>
public sealed class LogoModel(SiteChanges changes, PictureStore pictures, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>Shows the form.</summary>
    public void OnGet() => Begin("LogoTitle");

    /// <summary>Keeps the picture and puts it into the masthead.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, [FromForm] int seen, CancellationToken cancel)
    {
        Begin("LogoTitle", seen);
        if (file is null || file.Length > SiteLogo.MaxBytes)
        {
            return Refuse(SettingRefusal.LogoUnfit);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        if (pictures.Keep("logo", content.ToArray()).Picture is not { } picture)
        {
            return Refuse(SettingRefusal.LogoUnfit);
        }

        var logo = new SiteLogo(picture.File, picture.Width, picture.Height);
        return await AnswerAsync(await changes.ChangeAsync(ActorId, [new(SettingKeys.Logo, logo.ToJson())], Seen, cancel), "/desk/settings/logo", cancel);
    }
}
