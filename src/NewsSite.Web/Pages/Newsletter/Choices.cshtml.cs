using Microsoft.AspNetCore.Mvc;
using NewsSite.Newsletter;
using NewsSite.Web.Newsletter;

namespace NewsSite.Web.Pages.Newsletter;

/// <summary>Lets whoever holds an issue change what comes: its link is the key.</summary>
public sealed class ChoicesModel(Subscribing subscribing, NewsletterOffers offers) : PersonalPage
{
    /// <summary>What the link carried.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>Whose choices they are.</summary>
    public Subscriber Subscriber { get; private set; } = null!;

    /// <summary>The form.</summary>
    public ChoiceFields Fields { get; private set; } = null!;

    /// <summary>True when it was just saved.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>Shows them; a key nobody has leads to the form for new ones.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await subscribing.FindAsync(Key, cancel) is not { } subscriber)
        {
            return Redirect(Link("/newsletter"));
        }

        Show(subscriber, await offers.SectionsAsync(cancel), TypedChoices.Of(subscriber.Choices));
        return Page();
    }

    /// <summary>Saves them.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] TypedChoices typed, CancellationToken cancel)
    {
        if (await subscribing.FindAsync(Key, cancel) is not { } subscriber)
        {
            return new SeeOtherResult(Link("/newsletter"));
        }

        var sections = await offers.SectionsAsync(cancel);
        if (NewsletterChoices.Of(Language, typed.Languages, typed.Sections, typed.Rhythm, offers.Of(sections)) is not { } choices)
        {
            Show(subscriber, sections, typed, "Newsletter.NoLanguage");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await subscribing.ChangeAsync(Key, choices, cancel);
        Show(subscriber, sections, TypedChoices.Of(choices));
        IsSaved = true;
        return Page();
    }

    private void Show(Subscriber subscriber, IReadOnlyList<OfferedSection> sections, TypedChoices typed, string? problem = null)
    {
        Subscriber = subscriber;
        Title = Words["Newsletter.ChangeTitle"];
        Fields = new ChoiceFields(this, sections, typed, problem);
    }
}
