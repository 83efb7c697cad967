using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>Everything a reader does works where no script runs.</summary>
public sealed partial class ScriptOffTests(Newsstand newsstand) : BrowserTests(newsstand)
{
    private const string LongConversation = "/2026/11/16/leave-the-slow-tram-alone";

    [Theory]
    [InlineData("/")]
    [InlineData("/uk")]
    [InlineData("/ar")]
    public async Task A_reader_gets_from_the_front_page_to_an_article_by_a_click(string front)
    {
        await using var reader = await Newsstand.WelcomeAsync(script: false);
        var page = reader.Page;
        await page.GotoAsync(front);
        var headline = page.Locator(".front-lead h2 a");
        var text = await headline.InnerTextAsync();

        await headline.ClickAsync();

        await Expect(page).ToHaveURLAsync(ArticleAddress());
        await Expect(page.Locator("h1")).ToHaveTextAsync(text);
        await Expect(page.Locator(".prose")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("contributors")]
    [InlineData("sources")]
    public async Task The_byline_leads_to_the_pages_of_those_it_names(string folder)
    {
        await using var reader = await Newsstand.WelcomeAsync(script: false);
        var page = reader.Page;
        await page.GotoAsync(LongConversation);
        var link = page.Locator($".article-head .byline a[href^='/{folder}/']").First;
        var name = await link.InnerTextAsync();

        await link.ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex($"/{folder}/[a-z-]+$"));
        await Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await page.Locator($".card-list h2 a[href='{LongConversation}']").ClickAsync();
        await Expect(page.Locator(".prose")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_branch_folds_and_unfolds()
    {
        await using var reader = await Newsstand.WelcomeAsync(Reader.Phone, script: false);
        await reader.Page.GotoAsync(LongConversation);
        var branch = reader.Page.Locator(".conversation details").First;
        var reply = branch.Locator(".comment").First;
        await Expect(reply).ToBeVisibleAsync();

        await branch.Locator("> summary").ClickAsync();
        await Expect(reply).ToBeHiddenAsync();

        await branch.Locator("> summary").ClickAsync();
        await Expect(reply).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("most-replied")]
    public async Task The_order_of_the_threads_changes_by_a_click_and_back(string order)
    {
        await using var reader = await Newsstand.WelcomeAsync(script: false);
        var page = reader.Page;
        await page.GotoAsync(LongConversation);
        var oldest = await ThreadsAsync(page);

        await page.Locator($".orders a[href*='sort={order}']").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/comments\\?sort={order}#comments$"));
        await Expect(page.Locator(".orders [aria-current]")).ToHaveAttributeAsync("href", new Regex(order));
        Assert.NotEqual(oldest, await ThreadsAsync(page));

        await page.Locator(".orders a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"{LongConversation}#comments$"));
        Assert.Equal(oldest, await ThreadsAsync(page));
    }

    [Theory]
    [InlineData("", "first")]
    [InlineData("", "last")]
    [InlineData("/comments?sort=newest", "first")]
    public async Task A_permalink_shows_the_comment_and_leads_back_to_it_in_the_conversation(string where, string which)
    {
        await using var reader = await Newsstand.WelcomeAsync(Reader.Phone, script: false);
        var page = reader.Page;
        await page.GotoAsync(LongConversation + where);
        var all = page.Locator(".comment:has(.permalink)");
        var comment = which == "first" ? all.First : all.Last;
        var id = await comment.GetAttributeAsync("id");
        var text = await comment.Locator(".comment-body").InnerTextAsync();

        await comment.Locator(".permalink").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/comments/{id![2..]}$"));
        await Expect(page.Locator($".comment-focus #{id} .comment-body")).ToHaveTextAsync(text, new LocatorAssertionsToHaveTextOptions { UseInnerText = true });

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "View in the full conversation" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"#{id}$"));
        await Expect(page.Locator($"#{id}")).ToBeInViewportAsync();
        await Expect(page.Locator($"#{id} .comment-body")).ToHaveTextAsync(text, new LocatorAssertionsToHaveTextOptions { UseInnerText = true });
    }

    [Theory]
    [InlineData("")]
    [InlineData("/comments?sort=newest")]
    [InlineData("/comments?sort=most-replied")]
    public async Task Every_thread_is_reached_by_going_on_in_any_order(string where)
    {
        await using var reader = await Newsstand.WelcomeAsync(script: false);
        var page = reader.Page;
        await page.GotoAsync(LongConversation + where);
        var seen = new List<string>();
        var pages = 1;
        while (true)
        {
            seen.AddRange(await ThreadsAsync(page));
            var next = page.Locator(".conversation-step a[rel='next']");
            if (await next.CountAsync() == 0)
            {
                break;
            }

            var address = await next.GetAttributeAsync("href");
            await next.ClickAsync();
            await Expect(page).ToHaveURLAsync(Newsstand.Address + address);
            pages++;
        }

        Assert.True(pages > 1, "The long conversation should have more than one page.");
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(TopComments, seen.Count);
        await page.Locator(".conversation-step a").First.ClickAsync();
        Assert.Equal(seen[0], (await ThreadsAsync(page))[0]);
    }

    [Fact]
    public async Task The_language_versions_of_a_work_lead_to_one_another()
    {
        await using var reader = await Newsstand.WelcomeAsync(script: false);
        var page = reader.Page;
        await page.GotoAsync("/2026/11/15/letters-on-a-shop-sign");
        foreach (var (language, direction) in new[] { ("uk", "ltr"), ("ar", "rtl"), ("en", "ltr") })
        {
            await page.Locator($".versions a[hreflang='{language}']").ClickAsync();
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", direction);
            await Expect(page.Locator(".prose")).ToBeVisibleAsync();
        }

        await Expect(page).ToHaveURLAsync(new Regex("/letters-on-a-shop-sign$"));
    }

    /// <summary>Threads of the long conversation, counted in its file.</summary>
    private static int TopComments { get; } =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "seeds", "threads", "leave-the-slow-tram-alone.en.yaml")).Count(l => l.StartsWith("  - by:", StringComparison.Ordinal));

    private static Task<string[]> ThreadsAsync(IPage page) => page.Locator(".thread > li > .comment").EvaluateAllAsync<string[]>("all => all.map(c => c.id)");

    [GeneratedRegex(@"/\d{4}/\d{2}/\d{2}/[a-z0-9-]+$")]
    private static partial Regex ArticleAddress();
}
