using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Tokens;

namespace NewsSite.Web.Pages.Desk.Tokens;

/// <summary>The secrets with which programs act for the person asking.</summary>
public sealed class IndexModel(PersonalTokens tokens, TimeProvider clock) : DeskPage
{
    private const int UsualDays = 90;

    /// <summary>Their tokens, newest first.</summary>
    public IReadOnlyList<PersonalToken> Tokens { get; private set; } = [];

    /// <summary>What a token of theirs can be made to open.</summary>
    public IReadOnlyList<TokenScope> Scopes => Actor.MayPublish ? [TokenScope.Drafts, TokenScope.Publish] : [TokenScope.Drafts];

    /// <summary>The secret just made: shown this once.</summary>
    public string? Made { get; private set; }

    /// <summary>Why none was made.</summary>
    public TokenRefusal? Why { get; private set; }

    /// <summary>What was typed.</summary>
    public string? Name { get; private set; }

    /// <summary>For how many days.</summary>
    public string Days { get; private set; } = $"{UsualDays}";

    /// <summary>What was chosen.</summary>
    public IReadOnlyList<TokenScope> Chosen { get; private set; } = [TokenScope.Drafts];

    /// <summary>Now; UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Shows them.</summary>
    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    /// <summary>Makes one and shows its secret.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? days, [FromForm] string[] scopes, CancellationToken cancel)
    {
        Chosen = [.. Scopes.Where(s => scopes.Contains(s.ToString()))];
        var number = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        (Made, Why) = await tokens.MakeAsync(Actor, name, Chosen.Aggregate(TokenScope.None, (all, s) => all | s), number, cancel);
        await LoadAsync(cancel);
        if (Why is not null)
        {
            (Name, Days) = (name, days ?? "");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Title = Words["Token.Title"];
        Tokens = await tokens.OfAsync(Actor.AccountId, cancel);
    }
}
