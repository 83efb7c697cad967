using Microsoft.AspNetCore.Mvc;
using NewsSite.Credits;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk;

/// <summary>What the two pages that make one of two share.</summary>
public abstract class NameMergePage(DeskActors actors) : NameEditPage(actors)
{
    /// <summary>What was looked for.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>Whom one may mean.</summary>
    public IReadOnlyList<FoundName> Found { get; private set; } = [];

    /// <summary>What would move.</summary>
    public MergePreview? Preview { get; private set; }

    /// <summary>Shows it.</summary>
    protected IActionResult Show(string? asked, IReadOnlyList<FoundName> found, int? with, MergePreview? preview)
    {
        (Asked, Found, Preview) = (asked ?? "", [.. found.Where(f => f.Id != Id)], preview);
        Refusal = with == Id ? CreditRefusal.Itself : with is not null && preview is null ? CreditRefusal.NotFound : null;
        return Page();
    }
}
