using Microsoft.AspNetCore.Mvc;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>Fetches the original from its address and shows what was found. Nothing of it is kept.</summary>
public sealed class FetchModel(Drafting drafting, EditorDesk editor, FetchDesk desk, ILogger<FetchModel> log) : FetchPage(drafting, editor, desk)
{
    /// <summary>Asks for the address.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await LoadAsync(id, cancel) ?? Page();

    /// <summary>Fetches it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm] string? address, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } instead)
        {
            return instead;
        }

        Address = address?.Trim() ?? "";
        var (found, why) = await Desk.FetchAsync(Address, cancel);
        log.LogInformation("Account {Account} had {Address} fetched: {Outcome}.", AccountId, Uri.TryCreate(Address, UriKind.Absolute, out var uri) ? uri.Host : "no address", why?.ToString() ?? "found");
        if (found is null)
        {
            Why = why;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Found = FetchDesk.Offer(found, Address, Assignment.LatestRevision, Piece, Original);
        return Page();
    }
}
