using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsletter;
using NewsSite.Web.Newsletter;

namespace NewsSite.Web.Pages.Newsletter;

/// <summary>The page behind the link mailed to an address somebody typed. Opening it changes nothing, for mail scanners open every link; the button does.</summary>
public sealed class ConfirmModel(SubscriptionTools tools, IssueCalendar calendar) : PersonalPage
{
    /// <summary>The link's secret.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>The wish; null where the link is not good.</summary>
    public SubscriptionRequest? Waiting { get; private set; }

    /// <summary>Who is subscribed now; null before the button is pressed.</summary>
    public Subscriber? Confirmed { get; private set; }

    /// <summary>What they chose, in words.</summary>
    public string What { get; private set; } = "";

    /// <summary>When the next issue goes out.</summary>
    public string Next => Words.ShortTime(LocalTime(calendar.Next(Confirmed!.Rhythm, tools.Now)));

    /// <summary>Shows what would be subscribed.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Waiting = await tools.Subscribing.FindRequestAsync(Token, tools.Now, cancel);
        if (Waiting is { } request)
        {
            What = SubscriptionMail.What(request.Choices, await tools.Offers.SectionsAsync(cancel), Words);
        }

        Title = Words[Waiting is null ? "Newsletter.LinkUsedTitle" : "Newsletter.ConfirmTitle"];
    }

    /// <summary>Subscribes.</summary>
    public async Task OnPostAsync(CancellationToken cancel)
    {
        Confirmed = await tools.Subscribing.ConfirmAsync(Token, tools.Now, cancel);
        Title = Words[Confirmed is null ? "Newsletter.LinkUsedTitle" : "Newsletter.ConfirmedTitle"];
    }
}
