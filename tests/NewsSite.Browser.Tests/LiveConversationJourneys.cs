using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Articles;
using NewsSite.Comments;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>What happens on a conversation while somebody has it open. The page's clock is turned on by hand.</summary>
public sealed class LiveConversationJourneys(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    /// <summary>A little longer than the script waits between two questions.</summary>
    private const long Turn = 46_000;

    [Fact]
    public async Task New_comments_are_announced_and_stay_out_until_they_are_asked_in()
    {
        var piece = await Cast.PublishAsync();
        var (host, late) = (await Cast.EnrolAsync("Host"), await Cast.EnrolAsync("Late"));
        var top = await Cast.SaidAsync(piece, host, "The first word.");
        var held = await Cast.SaidAsync(piece, late, "Held while others talked.", top, CommentStatus.Held);
        await using var reader = await Newsstand.WelcomeWriterAsync();
        var (page, asked) = await OpenAsync(reader, piece);
        var bar = page.Locator(".live-bar");

        // Nothing is asked while nobody looks, and at once when somebody does again.
        await LookAwayAsync(page, hidden: true);
        await page.Clock.FastForwardAsync(Turn);
        Assert.Empty(asked);
        await AnswerAsync(page, () => LookAwayAsync(page, hidden: false));
        await Expect(bar.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);

        // Announced without moving anything.
        var newer = await Cast.SaysAsync(piece, "A newer word.");
        await Comment(page, top).ScrollIntoViewIfNeededAsync();
        var before = await BoxAsync(page, top);
        await AnswerAsync(page, () => page.Clock.FastForwardAsync(Turn));
        await Expect(bar.GetByRole(AriaRole.Button)).ToHaveTextAsync("1 new comment");
        Assert.Equal(before, await BoxAsync(page, top));
        await Expect(Comment(page, newer)).ToHaveCountAsync(0);
        await IsSoundAsync(reader);

        // Asked again with nothing to add, the server says no more than that.
        var again = await AnswerAsync(page, () => page.Clock.FastForwardAsync(Turn));
        Assert.Equal(304, again.Status);
        await Expect(bar.GetByRole(AriaRole.Button)).ToHaveTextAsync("1 new comment");

        // Inserted, marked, and the reader is at it.
        await bar.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Comment(page, newer)).ToBeFocusedAsync();
        await Expect(Comment(page, newer)).ToBeInViewportAsync();
        await Expect(Comment(page, newer)).ToHaveClassAsync("comment comment-new");
        await Expect(bar.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(page.Locator(".conversation-count")).ToHaveTextAsync("2 comments");

        // What was held all the while has a smaller number than what is there, and is announced all the same; a reply comes into a list under what it answers.
        await Cast.ApprovesAsync(held);
        await AnswerAsync(page, () => page.Clock.FastForwardAsync(Turn));
        await bar.GetByRole(AriaRole.Button, new() { Name = "1 new comment" }).PressAsync("Enter");
        await Expect(Comment(page, held)).ToBeFocusedAsync();
        await Expect(page.Locator($"li:has(> #c-{top}) > details > ol > li > #c-{held}")).ToBeVisibleAsync();
        await AnswerAsync(page, () => page.Clock.FastForwardAsync(Turn));
        await Expect(bar.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await IsSoundAsync(reader);
    }

    [Fact]
    public async Task A_closed_conversation_is_not_asked_and_one_that_closes_no_longer()
    {
        var host = await Cast.EnrolAsync("Host");
        var closed = await Cast.PublishAsync(ConversationMode.Closed);
        await Cast.SaidAsync(closed, host, "The last word.");
        var open = await Cast.PublishAsync();
        var said = await Cast.SaidAsync(open, host, "Not yet the last word.");
        await using var reader = await Newsstand.WelcomeAsync();
        var (page, asked) = await OpenAsync(reader, closed);
        await page.Clock.FastForwardAsync(Turn);
        await page.Clock.FastForwardAsync(Turn);

        await page.GotoAsync(open.Address);
        Assert.Empty(asked);
        await Newsstand.InDatabase(db => db.Articles.Where(a => a.Id == open.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Conversation, ConversationMode.Closed)));
        await Cast.FindsUsefulAsync(said);
        await AnswerAsync(page, () => page.Clock.FastForwardAsync(Turn));
        await Expect(page.Locator(".live-bar")).ToBeEmptyAsync();
        await page.Clock.FastForwardAsync(Turn);
        await page.Clock.FastForwardAsync(Turn);
        await page.GotoAsync("/about");
        Assert.Single(asked);
    }

    [Fact]
    public async Task Answers_at_the_deepest_level_come_in_as_siblings_and_into_an_empty_conversation_too()
    {
        var piece = await Cast.PublishAsync();
        await using var reader = await Newsstand.WelcomeAsync(Reader.Phone);
        var (page, _) = await OpenAsync(reader, piece);
        await Expect(page.Locator("[data-empty]")).ToBeVisibleAsync();
        var chain = new List<int>();
        for (var level = 1; level <= CommentTree.DisplayCap + 1; level++)
        {
            chain.Add(await Cast.SaysAsync(piece, $"Level {level} of {piece.Address}.", chain.Count == 0 ? null : chain[^1]));
        }

        await AnswerAsync(page, () => page.Clock.FastForwardAsync(Turn));
        await page.Locator(".live-bar button").ClickAsync();

        await Expect(Comment(page, chain[0])).ToBeFocusedAsync();
        await Expect(page.Locator("[data-empty]")).ToHaveCountAsync(0);
        // As the server would have placed them.
        var placed = await ShapeAsync(page);
        await page.ReloadAsync();
        Assert.Equal(await ShapeAsync(page), placed);
    }

    /// <summary>Opens a piece with a clock to be turned, and notes what the script asks.</summary>
    private static async Task<(IPage Page, ConcurrentQueue<string> Asked)> OpenAsync(Reader reader, Piece piece)
    {
        var asked = new ConcurrentQueue<string>();
        var page = reader.Page;
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/comments/new?", StringComparison.Ordinal))
            {
                asked.Enqueue(request.Url);
            }
        };
        await page.Clock.InstallAsync();
        await page.GotoAsync(piece.Address);
        return (page, asked);
    }

    /// <summary>The answer to the next question of the script.</summary>
    private static Task<IResponse> AnswerAsync(IPage page, Func<Task> cause) =>
        page.RunAndWaitForResponseAsync(cause, response => response.Url.Contains("/comments/new?", StringComparison.Ordinal));

    /// <summary>As browsers do when another tab comes before this one; a browser without a window shows every tab.</summary>
    private static async Task LookAwayAsync(IPage page, bool hidden) => await page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden }); document.dispatchEvent(new Event('visibilitychange')); }", hidden);

    private static Task<string> BoxAsync(IPage page, int comment) =>
        page.EvaluateAsync<string>("id => { const b = document.getElementById(`c-${id}`).getBoundingClientRect(); return [b.x, b.y, b.width, b.height, scrollY].join(' '); }", comment);

    /// <summary>Which comment stands in how many lists, in order.</summary>
    private static Task<string[]> ShapeAsync(IPage page) => page.Locator(".thread article.comment").EvaluateAllAsync<string[]>(
        "all => all.map(c => { let level = 0; for (let e = c.parentElement; e; e = e.parentElement) { if (e.tagName === 'OL') { level++; } } return `${c.id} at ${level}`; })");
}
