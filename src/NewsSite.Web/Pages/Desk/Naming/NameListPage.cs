using Microsoft.AspNetCore.Mvc;
using NewsSite.Credits;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Desk.Naming;

/// <summary>A list of names at the desk, in the order of the slugs, a page at a time; or the finds of a search.</summary>
public abstract class NameListPage : PersonalPage
{
    /// <summary>Names on a page.</summary>
    public const int PageSize = 50;

    /// <summary>What is listed: the stem of its words, and in lower case the folder of its addresses.</summary>
    public abstract string Kind { get; }

    /// <summary>Where the list is.</summary>
    public string Home => $"/desk/{Kind.ToLowerInvariant()}";

    /// <summary>What was looked for.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>The names.</summary>
    public IReadOnlyList<FoundName> Found { get; private set; } = [];

    /// <summary>The address of the next page; null on the last.</summary>
    public string? NextPage { get; private set; }

    /// <summary>True for those who may change what hangs on a name.</summary>
    public bool MayEdit => User.MayPublish();

    /// <summary>Shows them.</summary>
    protected IActionResult Show(string? asked, IReadOnlyList<FoundName> found)
    {
        (Title, Asked, Found) = (Words[$"{Kind}Desk"], asked ?? "", [.. found.Take(PageSize)]);
        NextPage = found.Count > PageSize ? Link($"{Home}?after={Found[^1].Slug}") : null;
        return Page();
    }
}
