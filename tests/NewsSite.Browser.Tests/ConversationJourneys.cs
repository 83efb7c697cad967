using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.Accounts;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>People say something, wait, change it and take it back, with script and without; with script axe looks at every page they come to.</summary>
public sealed class ConversationJourneys(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    private const string Piece = "/2026/11/17/a-city-is-measured-in-benches";

    private static int people;

    private readonly string email = $"guest{Interlocked.Increment(ref people)}@readers.example";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_guest_posts_confirms_is_approved_edits_takes_back_and_puts_back(bool script)
    {
        await using var guest = await Newsstand.WelcomeWriterAsync(script);
        var page = guest.Page;
        var words = $"The benches by the river are counted every spring ({email}).";
        await page.GotoAsync(Piece);
        var form = page.Locator("form.reply-form").First;

        // Refused: no name. What was typed is still there.
        await form.GetByLabel("Your comment").FillAsync(words);
        await form.GetByLabel("E-mail, never shown").FillAsync(email);
        await form.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Give a name to post under");
        await Expect(form.GetByLabel("Your comment")).ToHaveValueAsync(words);
        await IsSoundAsync(guest, script);

        // Not confirmed, then held.
        await form.GetByLabel("Name", new() { Exact = true }).FillAsync("Halyna of the benches");
        await form.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("We have mailed you a link");
        await IsSoundAsync(guest, script);
        await page.GotoAsync(await Newsstand.MailedLinkAsync(email));
        await IsSoundAsync(guest, script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, post it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("waits for a moderator");
        await IsSoundAsync(guest, script);
        var own = new Uri(page.Url).AbsolutePath;
        await ApproveAsync(words, script);

        // Published, edited, its versions.
        await page.GotoAsync(own);
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await IsSoundAsync(guest, script);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Your comment" }).FillAsync(words.Replace("every spring", "every autumn", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".comment-body").First).ToContainTextAsync("every autumn");
        await page.GotoAsync(own.Replace("/mine", "/history", StringComparison.Ordinal));
        await Expect(page.Locator(".diff ins").First).ToHaveTextAsync("autumn");
        await Expect(page.Locator(".diff del").First).ToHaveTextAsync("spring");
        await IsSoundAsync(guest, script);

        // Taken back, and put back.
        await page.GotoAsync(own);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await page.GotoAsync(own);
        await IsSoundAsync(guest, script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        await page.GotoAsync(Piece);
        await Expect(page.Locator(".conversation")).ToContainTextAsync("every autumn");
        await IsSoundAsync(guest, script);
    }

    [Fact]
    public async Task A_passkey_is_the_only_key_somebody_needs_and_every_page_of_the_account_is_sound()
    {
        await using var person = await Newsstand.WelcomeWriterAsync();
        var page = person.Page;
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        await SignInAsync(person, await Cast.EnrolAsync("Passkey person"));
        foreach (var own in (string[])["/account", "/account/profile", "/account/password", "/account/email", "/account/authenticator", "/account/following", "/account/sessions", "/account/delete"])
        {
            await page.GotoAsync(own);
            await IsSoundAsync(person, script: true);
        }

        await page.GotoAsync("/account/passkeys");
        await IsSoundAsync(person, script: true);
        await page.GetByLabel("What to call it").FillAsync("The key of this test");
        await page.Locator("#password").FillAsync(Cast.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.Locator(".account-keys input[name='name']")).ToHaveValueAsync("The key of this test");
        await IsSoundAsync(person, script: true);

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in");
        await IsSoundAsync(person, script: true);
        await page.Locator("form[data-passkey='get'] button").ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new Regex("sign-in"));
        await page.GotoAsync("/account/passkeys");
        await Expect(page.Locator(".account-keys input[name='name']")).ToHaveValueAsync("The key of this test");
    }

    private async Task ApproveAsync(string words, bool script)
    {
        await using var moderator = await Newsstand.WelcomeWriterAsync(script);
        var page = moderator.Page;
        await SignInAsync(moderator, await Cast.EnrolAsync("Moderator", AccountRole.Moderator));
        await page.GotoAsync("/desk/moderation");
        await IsSoundAsync(moderator, script);
        var item = page.Locator(".queue-item").Filter(new() { HasText = words });
        await item.Locator("[data-key='a']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await IsSoundAsync(moderator, script);
        await page.GotoAsync("/desk/moderation/log");
        await IsSoundAsync(moderator, script);
    }
}
