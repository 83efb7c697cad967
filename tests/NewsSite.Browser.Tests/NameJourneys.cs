using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Credits;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>An editor changes a contributor and makes one of two, by keyboard, with and without script.</summary>
public sealed class NameJourneys(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    private static int made;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_contributor_is_found_changed_and_merged_by_keyboard(bool script)
    {
        var number = Interlocked.Increment(ref made);
        var (kept, doubled) = ($"Zinaida Kept {number}", $"Zinaida Doubled {number}");
        await Newsstand.InDatabase(async db =>
        {
            db.Contributors.AddRange(new Contributor($"zinaida-kept-{number}", kept), new Contributor($"zinaida-doubled-{number}", doubled) { ScriptName = "Зінаїда", ScriptLanguage = "uk" });
            return await db.SaveChangesAsync();
        });
        var (reader, _) = await WelcomeSignedInAsync("Names", script, AccountRole.Editor);
        await using var mine = reader;
        var page = reader.Page;
        await page.GotoAsync("/desk");
        await PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Contributors" }).First);
        await page.Locator("#q").FillAsync($"zinaida kept {number}");
        await page.Locator("#q").PressAsync("Enter");
        await PressAsync(page.GetByRole(AriaRole.Link, new() { Name = kept }));
        await IsSoundAsync(reader, script);

        // What is refused comes back, and the sentence leads to the field.
        await page.Locator("#names-uk").FillAsync("Зінаїда Збережена");
        await page.Locator("#slug").FillAsync("Not A Slug");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await Expect(page.Locator("#problem")).ToBeVisibleAsync();
        await Expect(page.Locator("#names-uk")).ToHaveValueAsync("Зінаїда Збережена");
        await IsSoundAsync(reader, script);
        await page.Locator("#slug").FillAsync($"zinaida-{number}");
        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved.");
        await IsSoundAsync(reader, script);

        await PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Merge" }).First);
        await page.Locator("#q").FillAsync("зінаїда");
        await page.Locator("#q").PressAsync("Enter");
        await IsSoundAsync(reader, script);
        await PressAsync(page.GetByRole(AriaRole.Link, new() { Name = doubled }));
        await IsSoundAsync(reader, script);
        await PressAsync(page.Locator("button.grave"));
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved.");
        await Expect(page.Locator("#scriptName")).ToHaveValueAsync("Зінаїда");
        await page.GotoAsync($"/contributors/zinaida-doubled-{number}?language=uk");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Зінаїда Збережена");
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("uk")]
    public async Task The_pages_of_names_are_sound_in_every_language(string language)
    {
        var (one, other, outlet) = await Newsstand.InDatabase(async db =>
        {
            var people = await db.Contributors.Where(c => db.Credits.Any(credit => credit.ContributorId == c.Id)).OrderBy(c => c.Id).Select(c => c.Id).Take(2).ToListAsync();
            return (people[0], people[1], await db.Publications.OrderBy(p => p.Id).Select(p => p.Id).FirstAsync());
        });
        await using var reader = await Newsstand.WelcomeWriterAsync();
        await SignInAsync(reader, await Cast.EnrolAsync("Names", language, AccountRole.Editor));
        foreach (var address in (string[])
                 [
                     "/desk/contributors", "/desk/contributors?q=a", "/desk/contributors/create", $"/desk/contributors/{one}", $"/desk/contributors/{one}/merge?q=a", $"/desk/contributors/{one}/merge?with={other}", $"/desk/contributors/{one}/merge?with={one}",
                     "/desk/publications", "/desk/publications/create", $"/desk/publications/{outlet}", $"/desk/publications/{outlet}/merge?q=a",
                 ])
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
}
