using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace NewsSite.Web.Pages;

/// <summary>The page for an address that leads nowhere and for a fault of ours. Reached only by the server itself.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : SitePage
{
    /// <summary>The key of the heading's words; the text's begins the same.</summary>
    public string Key { get; private set; } = "NotFound";

    /// <summary>What to name when asking about a fault; null where nothing failed.</summary>
    public string? Reference { get; private set; }

    /// <summary>Shows the page for a status.</summary>
    public void OnGet() => Show();

    /// <summary>The same, for a form that failed.</summary>
    public void OnPost() => Show();

    private void Show()
    {
        // Not a parameter: where the form itself could not be read, nothing is bound.
        var status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        // Asked for by name, the page still says what it is.
        Response.StatusCode = status;
        Key = status switch { 404 or 405 => "NotFound", 410 => "Gone", >= 400 and < 500 => "BadRequest", _ => "Error" };
        Reference = Key == "Error" ? HttpContext.TraceIdentifier : null;
        Title = Words[$"{Key}Title"];
        NoIndex = true;
    }
}
