using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>What others take from the site: a citation, a text, a conversation in a page of their own.</summary>
public sealed class SharingJourneys(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    [Fact]
    public async Task Another_site_shows_a_conversation_by_one_script_tag_and_the_frame_grows_with_it()
    {
        var piece = await Cast.PublishAsync();
        var host = await Cast.EnrolAsync("Host");
        var top = await Cast.SaidAsync(piece, host, "Said on the one site.");
        for (var i = 0; i < 12; i++)
        {
            await Cast.SaidAsync(piece, host, $"Answer number {i}, so that there is something to scroll.", top);
        }

        await using var blog = await OtherSite.OpenAsync(PageWith(await TagAsync(piece)));
        await using var reader = await Newsstand.WelcomeAsync();
        var page = reader.Page;
        await page.GotoAsync(blog.NamedAddress);

        var frame = page.FrameLocator("iframe");
        await Expect(frame.Locator($"#c-{top}")).ToContainTextAsync("Said on the one site.");
        await Expect(page.Locator("iframe")).ToHaveAttributeAsync("title", new Regex("Piece|conversation|Conversation", RegexOptions.IgnoreCase));
        // Nothing is cut off, and nothing scrolls within it.
        await page.WaitForFunctionAsync("() => document.querySelector('iframe').clientHeight > 900");
        var inside = page.Frames.Single(f => f.Url.EndsWith("/comments/embed", StringComparison.Ordinal));
        await inside.WaitForFunctionAsync("() => document.documentElement.scrollHeight <= innerHeight + 1");
        var tall = await HeightAsync(page);
        await frame.Locator("summary").First.ClickAsync();
        await page.WaitForFunctionAsync("tall => document.querySelector('iframe').clientHeight < tall - 300", tall);

        // What anybody else says is not listened to.
        await page.EvaluateAsync("() => postMessage({ newssite: 'conversation', height: 5000 }, '*')");
        await page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        Assert.InRange(await HeightAsync(page), 1, tall - 300);

        // A reply is written on the site itself, in a window of its own.
        var reply = await page.RunAndWaitForPopupAsync(() => frame.Locator($"#c-{top} a.reply").ClickAsync());
        await Expect(reply).ToHaveURLAsync(new Regex($"/comments/{top}#reply-{top}$"));
        Assert.True(await reply.EvaluateAsync<bool>("() => window.opener === null"));
        Assert.Empty(await reader.CookiesAsync());
    }

    [Fact]
    public async Task A_site_that_is_not_named_is_shown_nothing()
    {
        var piece = await Cast.PublishAsync();
        await Cast.SaidAsync(piece, await Cast.EnrolAsync("Host"), "Not for everybody’s page.");
        await using var blog = await OtherSite.OpenAsync(PageWith(await TagAsync(piece)));
        await using var reader = await Newsstand.WelcomeAsync();

        await reader.Page.GotoAsync(blog.Address);
        await Expect(reader.Page.Locator("iframe")).ToHaveCountAsync(1);
        await reader.Page.Locator("iframe").ScrollIntoViewIfNeededAsync();

        await Condition(() => reader.Errors.Any(e => e.Contains("frame-ancestors", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_citation_is_copied_by_a_button()
    {
        await using var reader = await Newsstand.WelcomeWriterAsync();
        var page = reader.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync("/2026/11/16/leave-the-slow-tram-alone");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cite this" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cite this piece" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy BibTeX" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copied BibTeX" })).ToBeVisibleAsync();
        Assert.StartsWith("@article{leave-the-slow-tram-alone-2026,", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download for RIS" }).ClickAsync());
        Assert.Equal("leave-the-slow-tram-alone-2026.ris", download.SuggestedFilename);
        await IsSoundAsync(reader);
    }

    [Fact]
    public async Task A_printed_article_has_its_text_credits_source_and_address_and_nothing_else()
    {
        await using var reader = await Newsstand.WelcomeAsync();
        await reader.OpenAsync("/2026/11/16/leave-the-slow-tram-alone");
        await reader.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        foreach (var shown in (string[])["h1", ".byline >> nth=0", ".prose", ".credits dl", ".credits a[rel~='external'] >> nth=0", ".print-address"])
        {
            await Expect(reader.Page.Locator(shown)).ToBeVisibleAsync();
        }

        await Expect(reader.Page.Locator(".print-address")).ToHaveTextAsync($"{Newsstand.Address}/2026/11/16/leave-the-slow-tram-alone");
        foreach (var hidden in (string[])[".credits-tools", ".conversation", ".related", ".masthead nav >> nth=0", ".search-link", ".colophon nav"])
        {
            await Expect(reader.Page.Locator(hidden)).ToBeHiddenAsync();
        }
    }

    /// <summary>The tag as the site itself hands it out.</summary>
    private async Task<string> TagAsync(Piece piece)
    {
        await using var reader = await Newsstand.WelcomeAsync();
        await reader.OpenAsync($"{piece.Address}/republish");
        return await reader.Page.GetByRole(AriaRole.Textbox, new() { Name = "Show the conversation in your page" }).InputValueAsync();
    }

    private static string PageWith(string tag) => $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A blog</title></head><body><h1>A blog</h1><p>Before.</p>{tag}<p>After.</p></body></html>";

    private static Task<double> HeightAsync(IPage page) => page.EvaluateAsync<double>("() => document.querySelector('iframe').clientHeight");

    private static async Task Condition(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 600, "It did not come about.");
            await Task.Delay(50);
        }
    }
}
