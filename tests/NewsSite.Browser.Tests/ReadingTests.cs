using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>Colours, paper, the keyboard, and links into a folded conversation.</summary>
public sealed class ReadingTests(Newsstand newsstand) : BrowserTests(newsstand)
{
    private const string Article = "/2026/11/06/who-owns-noon";
    private const string ArabicArticle = "/2026/11/16/huruf-ala-lafita";

    [Theory]
    [InlineData(ColorScheme.Light, "dark")]
    [InlineData(ColorScheme.Dark, "light")]
    public async Task The_chosen_colours_stay_after_a_reload_and_on_the_next_page(ColorScheme system, string chosen)
    {
        await using var reader = await Newsstand.WelcomeAsync();
        var page = reader.Page;
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = system });
        await page.GotoAsync(Article);
        var root = page.Locator("html");
        var before = await PaperAsync(page);

        await page.Locator(".theme-switch").ClickAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", chosen);
        var after = await PaperAsync(page);
        Assert.NotEqual(before, after);

        await page.ReloadAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", chosen);
        Assert.Equal(after, await PaperAsync(page));
        await Expect(page.Locator(".theme-switch")).ToHaveAttributeAsync("aria-pressed", chosen == "dark" ? "true" : "false");

        await page.GotoAsync("/");
        Assert.Equal(after, await PaperAsync(page));
    }

    [Theory]
    [InlineData(Article)]
    [InlineData(ArabicArticle)]
    public async Task Paper_shows_the_text_its_credits_and_its_source_and_nothing_to_click(string address)
    {
        await using var reader = await Newsstand.WelcomeAsync();
        var page = reader.Page;
        await page.GotoAsync(address);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Microsoft.Playwright.Media.Print });

        foreach (var shown in (string[])["h1", ".article-head .byline", ".prose", ".credits", ".credits a[href^='/contributors/']", ".credits a[href^='/sources/']"])
        {
            await Expect(page.Locator(shown).First).ToBeVisibleAsync();
        }

        await Expect(page.Locator(".print-address")).ToBeVisibleAsync();
        await Expect(page.Locator(".print-address")).ToHaveTextAsync(Newsstand.Address + address);
        var original = page.Locator(".credits a[rel~='external']").First;
        await Expect(original).ToBeVisibleAsync();
        Assert.Contains((await original.GetAttributeAsync("href"))!, await original.EvaluateAsync<string>("a => getComputedStyle(a, '::after').content"), StringComparison.Ordinal);

        foreach (var hidden in (string[])["nav.languages", "nav.sections", ".theme-switch", ".related", ".conversation", ".colophon nav"])
        {
            await Expect(page.Locator(hidden)).ToBeHiddenAsync();
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Article)]
    [InlineData(ArabicArticle)]
    public async Task The_first_tab_stop_leads_past_the_navigation(string address)
    {
        await using var reader = await Newsstand.WelcomeAsync();
        var page = reader.Page;
        await page.GotoAsync(address);

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await Expect(page.Locator(".skip")).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Theory]
    [InlineData("/", Reader.Desktop)]
    [InlineData(Article, Reader.Desktop)]
    [InlineData(Article, Reader.Phone)]
    [InlineData(ArabicArticle, Reader.Desktop)]
    public async Task Every_tab_stop_is_outlined(string address, int width)
    {
        await using var reader = await Newsstand.WelcomeAsync(width);
        var page = reader.Page;
        await page.GotoAsync(address);
        var stops = 0;
        while (true)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string?>("""
                () => {
                  const at = document.activeElement;
                  if (at === document.body || at === document.documentElement || at.dataset.stop) { return null; }
                  at.dataset.stop = 'seen';
                  const style = getComputedStyle(at);
                  const box = at.getBoundingClientRect();
                  const isSeen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
                  return isSeen ? '' : at.outerHTML;
                }
                """);
            if (stop is null)
            {
                break;
            }

            Assert.Equal("", stop);
            stops++;
        }

        Assert.True(stops > 20, $"Only {stops} tab stops.");
    }

    [Fact]
    public async Task A_link_to_a_comment_in_a_folded_branch_opens_the_branch()
    {
        await using var reader = await Newsstand.WelcomeAsync(Reader.Phone);
        var page = reader.Page;
        await page.GotoAsync(Article);
        var branch = page.Locator(".conversation details:has(details)").First;
        var comment = branch.Locator("details .comment").Last;
        var id = await comment.GetAttributeAsync("id");
        await branch.Locator("> summary").ClickAsync();
        await Expect(comment).ToBeHiddenAsync();

        await page.GotoAsync($"{Article}#{id}");

        await Expect(comment).ToBeVisibleAsync();
        await Expect(comment).ToBeInViewportAsync();
    }

    private static Task<string> PaperAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
