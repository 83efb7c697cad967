using Microsoft.AspNetCore.Mvc;
using NewsSite.Sources;

namespace NewsSite.Web.Pages.Desk.Naming;

/// <summary>The outlets, by name, or those found by what is asked for.</summary>
public sealed class PublicationsModel(PublicationBook book) : NameListPage
{
    /// <inheritdoc/>
    public override string Kind => "Publications";

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string? q, string? after, CancellationToken cancel) =>
        Show(q, q is { Length: > 0 } ? await book.FindAsync(q, cancel) : await book.ListAsync(after, PageSize + 1, cancel));
}
