using Microsoft.AspNetCore.Mvc;
using NewsSite.Media;
using NewsSite.Web.Pictures;

namespace NewsSite.Web.Pages.Desk.Pictures;

/// <summary>One size of a picture, published or not, for the newsroom alone.</summary>
public sealed class FileModel(PictureStore store) : PersonalPage
{
    /// <summary>Serves the file of that name.</summary>
    public IActionResult OnGet(string name)
    {
        if (store.Find(name) is not { } path)
        {
            return NotFound();
        }

        // The browser that may see it may keep it for an hour; nothing between here and there may.
        Response.Headers.CacheControl = "private, max-age=3600";
        Response.Headers.ContentSecurityPolicy = MediaFiles.ContentSecurityPolicy;
        return PhysicalFile(path, PictureSizes.MediaTypes[Path.GetExtension(name)]);
    }
}
