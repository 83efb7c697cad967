using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.Articles;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>Writing an answer under the comment answered, with script.</summary>
public sealed class ReplyFormJourneys(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    [Fact]
    public async Task A_reply_is_written_previewed_kept_and_posted_in_place_and_seen_there_by_its_writer_while_it_waits()
    {
        var piece = await Cast.PublishAsync(ConversationMode.FirstHeld);
        var host = await Cast.EnrolAsync("Host");
        var top = await Cast.SaidAsync(piece, host, "The first word.");
        var other = await Cast.SaidAsync(piece, host, "A sentence worth quoting.");
        var (reader, person) = await WelcomeSignedInAsync("Writer");
        await using var _ = reader;
        var page = reader.Page;
        await page.GotoAsync(piece.Address);
        await Expect(page.Locator("form.reply-form")).ToContainTextAsync($"You post as {person.Name}");

        // Open and closed again, and the focus is where it was.
        var reply = Comment(page, top).Locator("a.reply");
        await reply.ClickAsync();
        var form = page.Locator($"article#c-{top} + form.reply-form");
        var text = form.GetByLabel("Your comment");
        await Expect(text).ToBeFocusedAsync();
        await Expect(form).ToContainTextAsync($"Reply to {host.Name}");
        await page.Keyboard.PressAsync("Escape");
        await Expect(form).ToHaveCountAsync(0);
        await Expect(reply).ToBeFocusedAsync();

        // Previewed.
        await reply.ClickAsync();
        await text.FillAsync("Words in **bold**.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(form.Locator(".form-preview strong")).ToHaveTextAsync("bold");
        await Expect(text).ToHaveValueAsync("Words in **bold**.");

        // A selected sentence goes quoted into the form under its comment.
        await Comment(page, other).Locator(".comment-body p").ClickAsync(new() { ClickCount = 3 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Quote" }).ClickAsync();
        var second = page.Locator($"article#c-{other} + form.reply-form").GetByLabel("Your comment");
        await Expect(second).ToBeFocusedAsync();
        await Expect(second).ToHaveValueAsync("> A sentence worth quoting.\n\n");
        await IsSoundAsync(reader);

        // Both unfinished texts are there after a reload, and it is said.
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).filter(k => k.startsWith('draft:')).length === 2");
        await page.ReloadAsync();
        await reply.ClickAsync();
        await Expect(text).ToHaveValueAsync("Words in **bold**.");
        await Expect(form.GetByRole(AriaRole.Status)).ToHaveTextAsync("Your unfinished text was kept.");

        // Posted; it waits, and stands in its place for its writer alone.
        await form.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("waits for a moderator");
        await page.GotoAsync(piece.Address);
        var held = page.Locator($"li:has(> #c-{top}) > details .comment-held");
        await Expect(held).ToContainTextAsync("Words in bold.");
        await IsSoundAsync(reader);
        await using (var stranger = await Newsstand.WelcomeAsync())
        {
            await stranger.Page.GotoAsync(piece.Address);
            await Expect(Comment(stranger.Page, other)).ToBeVisibleAsync();
            await Expect(stranger.Page.GetByText("Words in")).ToHaveCountAsync(0);
        }

        // Its draft is done with, the other one is not.
        await reply.ClickAsync();
        await Expect(text).ToHaveValueAsync("");
        await Comment(page, other).Locator("a.reply").ClickAsync();
        await Expect(second).ToHaveValueAsync("> A sentence worth quoting.\n\n");
    }

    [Fact]
    public async Task A_text_whose_post_never_arrived_or_was_refused_is_still_there()
    {
        var piece = await Cast.PublishAsync();
        await Cast.SaidAsync(piece, await Cast.EnrolAsync("Host"), "The first word.");
        await using var reader = await Newsstand.WelcomeAsync();
        var page = reader.Page;
        await page.GotoAsync(piece.Address);
        var text = page.GetByLabel("Your comment");
        await page.RouteAsync("**/comments/new", route => route.AbortAsync());
        await text.FillAsync("Not to be lost.");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.startsWith('draft:'))");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("^chrome-error:"));
        await page.UnrouteAsync("**/comments/new");

        await page.GotoAsync(piece.Address);
        await Expect(text).ToHaveValueAsync("Not to be lost.");

        // Refused for want of a name.
        await page.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.GotoAsync(piece.Address);
        await Expect(text).ToHaveValueAsync("Not to be lost.");
    }

    [Fact]
    public async Task The_same_form_sends_other_words_as_another_post()
    {
        var piece = await Cast.PublishAsync();
        await using var reader = await Newsstand.WelcomeAsync();
        var page = reader.Page;
        await page.GotoAsync(piece.Address);
        // Held back after the script has done its part.
        await page.EvaluateAsync("""
            window.keys = [];
            document.addEventListener('submit', event => { event.preventDefault(); keys.push(new FormData(event.target).get('key')); });
            """);
        await page.GetByLabel("Your comment").FillAsync("Some words.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post" }).DblClickAsync();
        await page.GetByLabel("Your comment").FillAsync("Other words.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();

        var keys = await page.EvaluateAsync<string[]>("keys");
        Assert.Equal(3, keys.Length);
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[1], keys[2]);
    }
}
