using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>A reader says once which languages they read; their browser remembers it and nobody else does.</summary>
public sealed class LanguageJourneys(Newsstand newsstand) : BrowserTests(newsstand)
{
    [Fact]
    public async Task A_choice_made_by_keyboard_is_remembered_by_the_browser_alone()
    {
        await using var reader = await Newsstand.WelcomeAsync();
        var page = reader.Page;
        await page.GotoAsync("/sections/waters");
        Assert.Contains("uk", await LanguagesAsync(page));

        await page.Locator(".reading a").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".reading-form")).ToBeVisibleAsync();
        foreach (var tag in (string[])["uk", "ar"])
        {
            await page.Locator($"#reads-{tag}").FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }

        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex(@"/sections/waters\?languages=en$"));
        Assert.Equal(["en"], await LanguagesAsync(page));

        // Any other list says it by itself, and the way back is not barred.
        await page.GotoAsync("/2026/11");
        await page.WaitForURLAsync(new Regex(@"/2026/11\?languages=en$"));
        Assert.Equal(["en"], await LanguagesAsync(page));
        await page.Locator("nav.sections a[href*='/sections/cities']").ClickAsync();
        await page.WaitForURLAsync(new Regex(@"/sections/cities\?languages=en$"));
        await page.GoBackAsync();
        await page.WaitForURLAsync(new Regex(@"/2026/11\?languages=en$"));

        // What an address says goes first, and changes nothing of what is remembered.
        await page.Locator(".reading a").First.ClickAsync();
        await page.WaitForURLAsync(new Regex(@"/2026/11\?languages=all$"));
        Assert.Contains("uk", await LanguagesAsync(page));
        await page.GotoAsync("/sections/waters?languages=uk");
        Assert.Equal(["uk"], await LanguagesAsync(page));

        // The newsletter's form and the search's begin with it.
        await page.GotoAsync("/newsletter?language=uk");
        await page.WaitForURLAsync(new Regex("languages=en"));
        Assert.Equal(["en"], await TickedAsync(page, ".newsletter-form [name=languages]"));
        await page.GotoAsync("/search");
        await Expect(page.Locator(".search-filters")).ToHaveAttributeAsync("open", "");
        Assert.Equal(["en"], await TickedAsync(page, ".search-filters [name=languages]"));

        // What is asked is looked for in it, the page says so, and leads out of it.
        await page.Locator("#q").FillAsync("Hnatiuk");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("languages=en"));
        Assert.Equal(["en"], await LanguagesAsync(page));
        await page.GotoAsync("/search?q=Hnatiuk");
        await page.WaitForURLAsync(new Regex(@"/search\?q=Hnatiuk&languages=en$"));
        Assert.Equal(["en"], await LanguagesAsync(page));
        await page.Locator(".reading a").ClickAsync();
        await page.WaitForURLAsync(new Regex(@"/search\?q=Hnatiuk&languages=all$"));
        Assert.Contains("uk", await LanguagesAsync(page));
        await page.Locator(".tabs a").Last.ClickAsync();
        await page.WaitForURLAsync(new Regex("in=comments.*languages=all$"));

        // Nothing ticked is every language too.
        await page.GotoAsync("/search?q=Hnatiuk");
        await page.WaitForURLAsync(new Regex("languages=en$"));
        await page.Locator(".search-filters summary").ClickAsync();
        await page.Locator(".search-filters [name=languages][value=en]").UncheckAsync();
        await page.Locator(".search-apply button").ClickAsync();
        await page.WaitForURLAsync(new Regex("languages=all$"));
        Assert.Contains("uk", await LanguagesAsync(page));

        // Ticked altogether again, nothing is remembered.
        await page.GotoAsync("/languages");
        Assert.Equal(["en"], await TickedAsync(page, ".reading-form [name=languages]"));
        await page.Locator("#reads-uk").CheckAsync();
        await page.Locator("#reads-ar").CheckAsync();
        await page.Locator(".reading-form button").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/archive$"));
        Assert.Null(await page.EvaluateAsync<string?>("() => localStorage.getItem('languages')"));
        Assert.Empty(await reader.CookiesAsync());
    }

    [Fact]
    public async Task Without_script_the_address_remembers()
    {
        await using var reader = await Newsstand.WelcomeAsync(script: false);
        var page = reader.Page;
        await page.GotoAsync("/sections/waters?language=uk");
        await page.Locator(".reading a").ClickAsync();
        await page.Locator("#reads-en").UncheckAsync();
        await page.Locator("#reads-ar").UncheckAsync();
        await page.Locator(".reading-form button").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex(@"/sections/waters\?language=uk&languages=uk$"));
        Assert.Equal(["uk"], await LanguagesAsync(page));
        Assert.Empty(await reader.CookiesAsync());
    }

    private static async Task<List<string>> LanguagesAsync(IPage page) => [.. (await page.Locator(".card-list > article").EvaluateAllAsync<string[]>("all => all.map(a => a.lang)")).Distinct()];

    private static Task<string[]> TickedAsync(IPage page, string boxes) => page.Locator(boxes).EvaluateAllAsync<string[]>("all => all.filter(b => b.checked).map(b => b.value)");
}
