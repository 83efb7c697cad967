using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>What somebody with an account makes of a conversation: what is new to them, what they find useful, whom and what they follow or ignore.</summary>
public sealed class MemberJourneys(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_new_since_the_last_visit_is_found(bool script)
    {
        var piece = await Cast.PublishAsync();
        var host = await Cast.EnrolAsync("Host");
        var old = await Cast.SaidAsync(piece, host, "Said long ago.");
        var (reader, _) = await WelcomeSignedInAsync("Member", script);
        await using var _ = reader;
        var page = reader.Page;
        await VisitAsync(page, piece, script);
        var (first, second) = (await Cast.SaysAsync(piece, $"Answered under {piece.Id}.", old), await Cast.SaysAsync(piece, $"Asked under {piece.Id}."));

        await VisitAsync(page, piece, script);

        if (script)
        {
            var link = page.Locator(".conversation-links a");
            await Expect(link).ToHaveTextAsync("2 new comments");
            await Expect(page.Locator(".comment-new")).ToHaveCountAsync(2);
            await Expect(Comment(page, second).GetByRole(AriaRole.Heading)).ToContainTextAsync("new");
            await link.ClickAsync();
            await Expect(Comment(page, first)).ToBeFocusedAsync();
            await Expect(Comment(page, first)).ToBeInViewportAsync();
        }
        else
        {
            await Expect(page.Locator("[data-news]")).ToHaveTextAsync("2 new comments");
            await page.Locator($"[data-personal] a[href='/comments/{first}']").ClickAsync();
            await Expect(Comment(page, first)).ToBeVisibleAsync();
        }

        await IsSoundAsync(reader, script);
        await VisitAsync(page, piece, script);
        await Expect(page.Locator(".comment-new, [data-news]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_useful_mark_is_pressed_and_taken_back_in_place()
    {
        var piece = await Cast.PublishAsync(language: "uk");
        var said = await Cast.SaidAsync(piece, await Cast.EnrolAsync("Host"), "Корисне слово.");
        var (reader, person) = await WelcomeSignedInAsync("Member");
        await using var _ = reader;
        var page = reader.Page;
        var own = await Cast.SaidAsync(piece, person, "Власне слово.");
        await VisitAsync(page, piece, script: true);
        var useful = Comment(page, said).Locator("button.useful");
        await Expect(useful).ToHaveAttributeAsync("aria-pressed", "false");
        // One's own is nothing to mark.
        await Expect(Comment(page, own).Locator("button.useful")).ToHaveCountAsync(0);
        await useful.ScrollIntoViewIfNeededAsync();
        var (before, place) = (await useful.InnerTextAsync(), await page.EvaluateAsync<double>("scrollY"));

        await useful.ClickAsync();
        await Expect(useful).ToHaveAttributeAsync("aria-pressed", "true");
        // In the language of the page, not of the account.
        await Expect(useful).ToHaveTextAsync(new Regex("^(?=.*1).*[а-яіїє]"));
        Assert.Equal(place, await page.EvaluateAsync<double>("scrollY"));
        await page.ReloadAsync();
        await Expect(useful).ToHaveAttributeAsync("aria-pressed", "true");
        await IsSoundAsync(reader);

        await useful.PressAsync("Space");
        await Expect(useful).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(useful).ToHaveTextAsync(before);
        await page.ReloadAsync();
        await Expect(useful).ToHaveAttributeAsync("aria-pressed", "false");

        // Signed out meanwhile in another tab.
        await page.Context.ClearCookiesAsync();
        await useful.ClickAsync();
        await Expect(page.Locator($"main a[href^='/account/sign-in']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_the_useful_mark_has_a_page_of_its_own()
    {
        var piece = await Cast.PublishAsync();
        var said = await Cast.SaidAsync(piece, await Cast.EnrolAsync("Host"), "A useful word.");
        var person = await Cast.EnrolAsync("Member");
        await using var reader = await Newsstand.WelcomeWriterAsync(script: false);
        var page = reader.Page;
        await page.GotoAsync(piece.Address);
        await Comment(page, said).Locator("a.useful").ClickAsync();
        // Who is not signed in is led there and back.
        await page.Locator("main a[href^='/account/sign-in']").ClickAsync();
        await page.Locator("#email").FillAsync(person.Email);
        await page.Locator("#password").FillAsync(Cast.Password);
        await page.Locator("form.reply-form button[type='submit']").ClickAsync();

        await page.Locator("button[value='true']").ClickAsync();
        await Expect(Comment(page, said).Locator(".useful")).ToContainTextAsync("1");
        await Comment(page, said).Locator("a.useful").ClickAsync();
        await page.Locator("button[value='false']").ClickAsync();
        await Expect(Comment(page, said).Locator(".useful")).Not.ToContainTextAsync("1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thread_is_followed_and_muted_a_conversation_followed_and_somebody_ignored_and_all_of_it_undone(bool script)
    {
        var piece = await Cast.PublishAsync();
        var host = await Cast.EnrolAsync("Host");
        var said = await Cast.SaidAsync(piece, host, "Words one may tire of.");
        var (reader, person) = await WelcomeSignedInAsync("Member", script);
        await using var _ = reader;
        var page = reader.Page;
        await page.GotoAsync(piece.Address);
        await Comment(page, said).Locator(".permalink").ClickAsync();
        await page.Locator($"a[href='/comments/{said}/follow']").ClickAsync();
        await IsSoundAsync(reader, script);

        await page.Locator("#frequency").SelectOptionAsync("Hourly");
        await WishAsync("Thread");
        await WishAsync("Article");
        Assert.Equal(2, await Newsstand.InDatabase(db => db.Follows.CountAsync(f => f.AccountId == person.Id && f.Frequency != NewsSite.Email.MailFrequency.Never)));
        await WishAsync("Mute");
        await WishAsync("Ignore");
        await Expect(page.Locator("button[value='Heed']")).ToBeVisibleAsync();
        await IsSoundAsync(reader, script);

        if (script)
        {
            await VisitAsync(page, piece, script);
            await Expect(Comment(page, said)).ToHaveClassAsync(new Regex("comment-ignored"));
            await Expect(Comment(page, said).Locator(".comment-body")).ToBeHiddenAsync();
            await IsSoundAsync(reader);
            await Comment(page, said).Locator(".comment-hush").ClickAsync();
            await Expect(page.Locator("button[value='Heed']")).ToBeVisibleAsync();
        }

        // Undone where it is all listed.
        await page.Locator("main a[href='/account/following']").ClickAsync();
        await Expect(page.Locator(".following li")).ToHaveCountAsync(3);
        await IsSoundAsync(reader, script);
        await page.Locator("li:has(input[name='heed']) button").ClickAsync();
        await Expect(page.Locator(".following li")).ToHaveCountAsync(2);
        await page.Locator("button[name='stop']").First.ClickAsync();
        await Expect(page.Locator(".following li")).ToHaveCountAsync(1);
        await page.Locator("button[name='stop']").First.ClickAsync();
        await Expect(page.Locator(".following li")).ToHaveCountAsync(0);
        await VisitAsync(page, piece, script);
        if (script)
        {
            await Expect(Comment(page, said).Locator(".comment-body")).ToBeVisibleAsync();
        }

        async Task WishAsync(string what)
        {
            await page.Locator($"button[value='{what}']").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        }
    }

    /// <summary>Comes to the conversation and sees what is only for them: on the page itself with script, on a page beside it without.</summary>
    private static async Task VisitAsync(IPage page, Piece piece, bool script)
    {
        if (script)
        {
            await page.RunAndWaitForResponseAsync(() => page.GotoAsync(piece.Address), response => response.Url.Contains("/comments/mine?", StringComparison.Ordinal));
            // Its last step is to say who posts.
            await Expect(page.Locator("form.reply-form [id^='guest']")).ToContainTextAsync("Member");
            return;
        }

        await page.GotoAsync(piece.Address);
        await page.Locator(".conversation-links a").ClickAsync();
        await Expect(page.Locator("[data-personal]")).ToBeVisibleAsync();
    }
}
