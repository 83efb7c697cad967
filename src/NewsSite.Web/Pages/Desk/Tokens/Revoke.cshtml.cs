using Microsoft.AspNetCore.Mvc;
using NewsSite.Tokens;

namespace NewsSite.Web.Pages.Desk.Tokens;

/// <summary>Takes a personal token back.</summary>
public sealed class RevokeModel(PersonalTokens tokens, TimeProvider clock) : DeskPage
{
    /// <summary>The token.</summary>
    public PersonalToken Token { get; private set; } = null!;

    /// <summary>Asks whether to.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if ((await tokens.OfAsync(Actor.AccountId, cancel)).FirstOrDefault(t => t.Id == id && t.IsOpen(clock.GetUtcNow().UtcDateTime)) is not { } token)
        {
            return NotFound();
        }

        (Token, Title) = (token, Words["Token.Revoke"]);
        return Page();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel) => await tokens.RevokeAsync(Actor, id, cancel) ? Done("/desk/tokens", Words["Token.RevokedNow"]) : NotFound();
}
