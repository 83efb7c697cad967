using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Articles;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>An editor makes up a front page, by keyboard, with and without script.</summary>
public sealed class FrontPageJourneys(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pieces_are_picked_moved_given_an_end_and_removed_by_keyboard(bool script)
    {
        await LeaveAsTheyAreAsync("en");
        var (reader, _) = await WelcomeSignedInAsync("Front", script, AccountRole.Editor);
        await using var mine = reader;
        var page = reader.Page;
        await page.GotoAsync("/desk");
        await PressAsync(page.Locator("#desk-front a"));
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/desk/front$"));
        await IsSoundAsync(reader, script);
        var first = await page.Locator(".front-desk ol h3").First.InnerTextAsync();

        await page.Locator("#q").FillAsync("TIDE table");
        await page.Locator("#q").PressAsync("Enter");
        await Expect(page.Locator("ul.staff li")).ToHaveCountAsync(1);
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Add: What the tide table knows" }));
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("It is on the front page’s list.");
        var added = page.Locator(".front-desk ol li").Last;
        await Expect(added).ToContainTextAsync("Waits for a place");
        await IsSoundAsync(reader, script);

        // The button stays under the finger: pressing it again moves the piece further.
        await PressAsync(added.GetByRole(AriaRole.Button, new() { Name = "Up: What the tide table knows" }));
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Moved.");
        for (var place = 3; place > 0; place--)
        {
            await Expect(page.Locator(".front-desk ol li").Nth(place)).ToContainTextAsync("What the tide table knows");
            await Expect(page.Locator(":focus")).ToHaveAttributeAsync("aria-label", "Up: What the tide table knows");
            await page.Keyboard.PressAsync("Enter");
        }

        var lead = page.Locator(".front-desk ol li").First;
        await Expect(lead).ToContainTextAsync("What the tide table knows");
        await Expect(lead.Locator(".pick-place")).ToHaveTextAsync("Lead");
        await page.GotoAsync("/");
        await Expect(page.Locator(".front-lead h2")).ToHaveTextAsync("What the tide table knows");

        await page.GotoAsync("/desk/front");
        await lead.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await lead.Locator("input[name='expires']").FillAsync("2020-01-01T10:00");
        await PressAsync(lead.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await Expect(page.Locator("#refusal")).ToBeVisibleAsync();
        await Expect(lead.Locator("input[name='expires']")).ToHaveValueAsync("2020-01-01T10:00");
        await IsSoundAsync(reader, script);
        await lead.Locator("input[name='expires']").FillAsync("2030-01-01T10:00");
        await PressAsync(lead.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await Expect(lead).ToContainTextAsync("until 1 Jan 2030, 10:00");
        await IsSoundAsync(reader, script);

        await page.Locator("#at").FillAsync("2030-01-02T10:00");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Show" }));
        await Expect(page.Locator(".preview-bar")).ToContainTextAsync("2 Jan 2030, 10:00");
        await Expect(page.Locator(".front-lead h2")).ToHaveTextAsync(first);
        await IsSoundAsync(reader, script);

        await page.GotoAsync("/desk/front");
        await PressAsync(lead.GetByRole(AriaRole.Button, new() { Name = "Remove: What the tide table knows" }));
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Removed from the front page.");
        await Expect(lead).ToContainTextAsync(first);
        await IsSoundAsync(reader, script);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("uk")]
    public async Task The_desk_and_the_preview_are_sound_in_every_language(string language)
    {
        await LeaveAsTheyAreAsync(language, expired: true);
        await using var reader = await Newsstand.WelcomeWriterAsync();
        await SignInAsync(reader, await Cast.EnrolAsync("Front", language, AccountRole.Editor));
        foreach (var address in (string[])["/desk", $"/desk/front?tongue={language}", "/desk/front?tongue=en&q=zzz", $"/desk/front/preview?language={language}", "/desk/front/preview?language=en&at=no"])
        {
            await reader.Page.GotoAsync(address);
            await IsSoundAsync(reader);
        }
    }

    private static async Task PressAsync(ILocator what)
    {
        await what.FocusAsync();
        await what.PressAsync("Enter");
    }

    /// <summary>Writes the picks anew as they are, without what other tests left; for one of the tests with one whose time is over.</summary>
    private Task<int> LeaveAsTheyAreAsync(string language, bool expired = false) => Newsstand.InDatabase(async db =>
    {
        var picks = await db.FrontPagePicks.Where(p => p.Language == language).OrderBy(p => p.Slot).Select(p => p.ArticleId).ToListAsync();
        await db.FrontPagePicks.Where(p => p.Language == language).ExecuteDeleteAsync();
        db.FrontPagePicks.AddRange(picks.Select((id, slot) => FrontPagePick.Of(language, slot, id, expired && slot == 1 ? new DateTime(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc) : null)));
        return await db.SaveChangesAsync();
    });
}
