using Microsoft.AspNetCore.Mvc;
using NewsSite.Email;

namespace NewsSite.Web.Pages.Mail;

/// <summary>
/// Ends mail by the link it carried, without signing in. Opening the link asks first, for programs open links too; mail providers post to the same address with
/// <c>List-Unsubscribe=One-Click</c> (RFC 8058) and are not asked. Says the same about a key nobody knows.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel(Unsubscription unsubscription, TimeProvider clock) : PersonalPage
{
    /// <summary>What the link carried.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>What the link, or the button pressed, stands for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Choice { get; set; }

    /// <summary>The thread to mute.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Thread { get; set; }

    /// <summary>What was done; null while it is asked.</summary>
    public UnsubscribeChoice? Done { get; private set; }

    /// <summary>The choices, the one the link stands for first; muting only where the link names a thread.</summary>
    public IEnumerable<UnsubscribeChoice> Choices => Enum.GetValues<UnsubscribeChoice>().Where(c => c != UnsubscribeChoice.Mute || Thread is not null).OrderByDescending(c => c == Chosen);

    /// <summary>What the link stands for; anything unknown is the least.</summary>
    public UnsubscribeChoice Chosen => Choice switch { "mute" => UnsubscribeChoice.Mute, "all" => UnsubscribeChoice.All, _ => UnsubscribeChoice.This };

    /// <summary>Asks.</summary>
    public void OnGet() => Title = Words["UnsubscribeTitle"];

    /// <summary>Does it, as often as it is asked for.</summary>
    public async Task OnPostAsync(CancellationToken cancel)
    {
        var thread = int.TryParse(Thread, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : (int?)null;
        await unsubscription.EndAsync(Key, Chosen, thread, clock.GetUtcNow().UtcDateTime, cancel);
        Done = Chosen;
        Title = Words["UnsubscribeDoneTitle"];
    }
}
