using Microsoft.AspNetCore.Mvc;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Machines;

/// <summary>What files for machines share: they are kept as lists are.</summary>
public abstract class MachinePage : SitePage
{
    /// <summary>Answers with XML.</summary>
    protected FileContentResult Xml(byte[] content)
    {
        Keep(CacheTags.Lists);
        return File(content, "application/xml; charset=utf-8");
    }
}
