using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Comments;
using NewsSite.Staff;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>The pages that run the newsroom: people, settings, log.</summary>
public sealed class NewsroomPages(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    [Fact]
    public async Task The_pages_of_an_administrator_are_sound_from_right_to_left_by_day_and_night()
    {
        var colleague = await Cast.EnrolAsync("Translator", AccountRole.Translator);
        var section = await Newsstand.InDatabase(db => db.Sections.OrderBy(s => s.Id).Select(s => s.Id).FirstAsync());
        var piece = await Newsstand.InDatabase(db => db.Articles.Where(a => a.Slug == "who-owns-noon").Select(a => a.Id).SingleAsync());
        await using var reader = await Newsstand.WelcomeWriterAsync();
        await SignInAsync(reader, await Cast.EnrolAsync("Administrator", "ar", AccountRole.Administrator));
        var page = reader.Page;

        // With an invitation that waits, and a genre that was renamed.
        await page.GotoAsync("/desk/people/invite");
        await page.Locator("#email").FillAsync("asked@readers.example");
        await page.Locator("main form button[type='submit']").ClickAsync();
        await Expect(page.Locator("#refusal")).ToBeVisibleAsync();
        await IsSoundAsync(reader);
        await page.Locator("#role-Editor").CheckAsync();
        await page.Locator("main form button[type='submit']").ClickAsync();
        await page.WaitForURLAsync("**/desk/people?done=invited*");
        await page.GotoAsync("/desk/settings/genres");
        await page.Locator("#name-Report-uk").FillAsync("Нарис");
        await page.Locator("main form button[type='submit']").ClickAsync();
        await page.WaitForURLAsync("**done=1*");

        foreach (var address in (string[])
                 [
                     "/desk", "/desk/people", $"/desk/people/{colleague.Id}", $"/desk/people/{colleague.Id}/remove", "/desk/settings", "/desk/settings/identity", "/desk/settings/about",
                     "/desk/settings/logo", "/desk/settings/sections", $"/desk/settings/sections/{section}", "/desk/settings/genres", "/desk/settings/history", "/desk/log",
                     "/desk/tokens", "/desk/newsletter", "/desk/newsletter?languages=en&languages=uk&rhythm=Daily", "/desk/readership", $"/desk/readership/{piece}",
                 ])
        {
            await page.GotoAsync(address);
            await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
            await IsSoundAsync(reader);
        }

        await page.GotoAsync("/desk/settings/accent");
        await page.Locator("#light").FillAsync("#ffcc00");
        await page.Locator("main form button[type='submit']").ClickAsync();
        await Expect(page.Locator("#refusal")).ToBeVisibleAsync();
        await IsSoundAsync(reader);
        await page.GotoAsync("/desk/settings/history");
        await page.Locator(".desk-log .link-button").First.ClickAsync();
        await page.WaitForURLAsync("**done=1*");
    }

    [Fact]
    public async Task Somebody_invited_joins_without_script()
    {
        var (token, hash) = GuestAddress.NewToken();
        var now = new DateTime(2026, 11, 24, 11, 0, 0, DateTimeKind.Utc);
        await Newsstand.InDatabase(async db =>
        {
            db.Invitations.Add(new Invitation("joins@readers.example", "Joins Without", "uk", new StaffGrant([AccountRole.Translator], ["uk"]), null, hash, now));
            return await db.SaveChangesAsync();
        });
        await using var reader = await Newsstand.WelcomeWriterAsync(script: false);
        var page = reader.Page;

        await page.GotoAsync($"/account/invitation?token={token}");
        await page.Locator("#password").FillAsync(Cast.Password);
        await page.Locator("main form button[type='submit']").ClickAsync();

        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        Assert.Equal("/desk", new Uri(page.Url).AbsolutePath);
        await IsSoundAsync(reader, script: false);
    }
}
