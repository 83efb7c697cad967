using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Accounts;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>People say something, wait, change it and take it back, with script and without; with script axe looks at every page they come to.</summary>
public sealed class ConversationJourneys(Newsstand newsstand) : BrowserTests(newsstand)
{
    private const string Piece = "/2026/11/17/a-city-is-measured-in-benches";

    private const string Password = "a long sentence nobody guesses";

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
        var address = await EnrolAsync($"Passkey person {people}");
        await SignInAsync(person, address);
        foreach (var own in (string[])["/account", "/account/profile", "/account/password", "/account/email", "/account/authenticator", "/account/following", "/account/sessions", "/account/delete"])
        {
            await page.GotoAsync(own);
            await IsSoundAsync(person, script: true);
        }

        await page.GotoAsync("/account/passkeys");
        await IsSoundAsync(person, script: true);
        await page.GetByLabel("What to call it").FillAsync("The key of this test");
        await page.Locator("#password").FillAsync(Password);
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
        await SignInAsync(moderator, await EnrolAsync($"Moderator {people}", AccountRole.Moderator));
        await page.GotoAsync("/desk/moderation");
        await IsSoundAsync(moderator, script);
        var item = page.Locator(".queue-item").Filter(new() { HasText = words });
        await item.Locator("[data-key='a']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await IsSoundAsync(moderator, script);
        await page.GotoAsync("/desk/moderation/log");
        await IsSoundAsync(moderator, script);
    }

    private static async Task SignInAsync(Reader reader, string address)
    {
        await reader.Page.GotoAsync("/account/sign-in");
        await reader.Page.Locator("#email").FillAsync(address);
        await reader.Page.Locator("#password").FillAsync(Password);
        await reader.Page.Locator("form.reply-form button[type='submit']").ClickAsync();
        await Expect(reader.Page).Not.ToHaveURLAsync(new Regex("sign-in"));
    }

    private Task<string> EnrolAsync(string name, params AccountRole[] roles) => Newsstand.InDatabase(async db =>
    {
        var address = $"account{Interlocked.Increment(ref people)}@readers.example";
        var now = new DateTime(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);
        var account = new Account(name, now)
        {
            Email = address, NormalizedEmail = address.ToUpperInvariant(), UserName = address, NormalizedUserName = address.ToUpperInvariant(), EmailConfirmed = true, SecurityStamp = $"{Guid.NewGuid():N}",
        };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        foreach (var role in roles)
        {
            account.Grant(role, now);
        }

        db.Add(account);
        await db.SaveChangesAsync();
        return address;
    });

    /// <summary>Nothing to object to by day and night, wide and narrow, and nothing reported; axe cannot be asked where no script runs.</summary>
    private static async Task IsSoundAsync(Reader reader, bool script)
    {
        if (script)
        {
            var look = await reader.LookAsync();
            Assert.True(look.Violations.Count + look.Overflows.Count == 0, $"{reader.Page.Url}: {string.Join("; ", look.Violations.Concat(look.Overflows))}");
        }

        Assert.Empty(reader.Errors);
        Assert.Empty(reader.Strangers);
    }
}
