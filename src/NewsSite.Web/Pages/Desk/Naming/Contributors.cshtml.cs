using Microsoft.AspNetCore.Mvc;
using NewsSite.Credits;

namespace NewsSite.Web.Pages.Desk.Naming;

/// <summary>The contributors, by name, or those found by what is asked for.</summary>
public sealed class ContributorsModel(ContributorBook book) : NameListPage
{
    /// <inheritdoc/>
    public override string Kind => "Contributors";

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string? q, string? after, CancellationToken cancel) =>
        Show(q, q is { Length: > 0 } ? await book.FindAsync(q, cancel) : await book.ListAsync(after, PageSize + 1, cancel));
}
