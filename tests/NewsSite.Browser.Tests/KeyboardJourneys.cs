using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Comments;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>Everything by the keyboard alone, and the moderators' own keys.</summary>
public sealed class KeyboardJourneys(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    /// <summary>More tab stops than any page has.</summary>
    private const int Stops = 400;

    [Fact]
    public async Task A_guest_answers_somebody_without_a_mouse()
    {
        var piece = await Cast.PublishAsync();
        var host = await Cast.EnrolAsync("Host");
        var top = await Cast.SaidAsync(piece, host, "The first word.");
        await using var guest = await Newsstand.WelcomeWriterAsync();
        var page = guest.Page;
        await page.GotoAsync(piece.Address);

        await TabToAsync(page, $"#c-{top} a.reply");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Typed without a mouse.");
        await TabToAsync(page, $"#name-{top}");
        await page.Keyboard.TypeAsync("Halyna of the keys");
        await TabToAsync(page, $"#email-{top}");
        await page.Keyboard.TypeAsync("keys@readers.example");
        await TabToAsync(page, $"#mail-{top}");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, $"#reply-{top} button[name='preview']");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator($"#reply-{top} .form-preview")).ToContainTextAsync("Typed without a mouse.");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("We have mailed you a link");
        var posted = await Newsstand.InDatabase(db => db.Comments.Where(c => c.ParentId == top).Select(c => new { c.BodyMarkdown, c.AuthorName, Mail = db.Follows.Any(f => f.CommentId == c.Id) }).SingleAsync());
        Assert.Equal(("Typed without a mouse.", "Halyna of the keys", true), (posted.BodyMarkdown, posted.AuthorName, posted.Mail));
    }

    [Fact]
    public async Task A_moderator_signs_in_approves_one_comment_and_removes_another_without_a_mouse()
    {
        var piece = await Cast.PublishAsync();
        var writer = await Cast.EnrolAsync("Writer");
        var good = await Cast.SaidAsync(piece, writer, "To be approved.", status: CommentStatus.Held);
        var bad = await Cast.SaidAsync(piece, writer, "To be refused.", status: CommentStatus.Held);
        var person = await Cast.EnrolAsync("Moderator", AccountRole.Moderator);
        await using var moderator = await Newsstand.WelcomeWriterAsync();
        var page = moderator.Page;

        // The account's page asks to sign in first, and leads to the desk.
        await page.GotoAsync("/account");
        await TabToAsync(page, "#email");
        await page.Keyboard.TypeAsync(person.Email);
        await TabToAsync(page, "#password");
        await page.Keyboard.TypeAsync(Cast.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/account");
        await FollowAsync(page, "main a[href='/desk']");
        await FollowAsync(page, "main .desk-links a[href='/desk/moderation']");

        await TabToAsync(page, $"#q-{good} [data-key='a']");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(writer.Name);
        await Expect(page.Locator($"#q-{good}")).ToHaveCountAsync(0);

        await TabToAsync(page, $"#q-{bad} .queue-remove > summary");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, $"#reason-{bad}");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, $"#words-{bad}");
        await page.Keyboard.TypeAsync("And it was said twice.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator($"#q-{bad}")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(writer.Name);

        var after = await Newsstand.InDatabase(db => db.Comments.Where(c => c.Id == good || c.Id == bad).OrderBy(c => c.Id).Select(c => new { c.Status, c.RemovalReason }).ToListAsync());
        Assert.Equal([CommentStatus.Published, CommentStatus.Rejected], after.Select(c => c.Status));
        Assert.EndsWith("And it was said twice.", after[1].RemovalReason, StringComparison.Ordinal);
        Assert.True(after[1].RemovalReason!.Length > "And it was said twice.".Length);
    }

    [Fact]
    public async Task The_queue_is_worked_through_by_its_keys()
    {
        var piece = await Cast.PublishAsync();
        var writer = await Cast.EnrolAsync("Writer");
        var first = await Cast.SaidAsync(piece, writer, "The first to decide.", status: CommentStatus.Held);
        var second = await Cast.SaidAsync(piece, writer, "The second to decide.", status: CommentStatus.Held);
        var (reader, _) = await WelcomeSignedInAsync("Moderator", roles: AccountRole.Moderator);
        await using var _1 = reader;
        var page = reader.Page;
        var keys = page.Keyboard;
        await page.GotoAsync("/desk/moderation");

        // Down and up, from wherever the others' comments end.
        await GoToAsync(first);
        await keys.PressAsync("j");
        await Expect(Item(second)).ToBeFocusedAsync();
        await keys.PressAsync("k");
        await Expect(Item(first)).ToBeFocusedAsync();
        // By the place of the key where the keyboard writes another script.
        await page.EvaluateAsync("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true, cancelable: true }))");
        await Expect(Item(second)).ToBeFocusedAsync();

        await keys.PressAsync("x");
        await Expect(Item(second).GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await keys.PressAsync("x");
        await Expect(Item(second).GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();

        // What the keys are; letters do nothing meanwhile.
        await keys.PressAsync("?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await IsSoundAsync(reader);
        await keys.PressAsync("a");
        await keys.PressAsync("Escape");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();
        await Expect(Item(second)).ToBeVisibleAsync();

        // Letters in a field are text.
        await GoToAsync(second);
        await keys.PressAsync("r");
        await Expect(page.Locator($"#reason-{second}")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await keys.TypeAsync("a j");
        await Expect(page.Locator($"#words-{second}")).ToHaveValueAsync("a j");
        await IsSoundAsync(reader);

        // Approved, and taken back.
        await GoToAsync(first);
        await keys.PressAsync("a");
        await Expect(page.Locator(".desk-outcome")).ToContainTextAsync("Approved");
        await Expect(Item(first)).ToHaveCountAsync(0);
        await keys.PressAsync("u");
        await Expect(page.Locator(".desk-outcome")).ToContainTextAsync("as before");
        await Expect(Item(first)).ToBeVisibleAsync();

        ILocator Item(int comment) => page.Locator($"#q-{comment}");

        async Task GoToAsync(int comment)
        {
            await page.EvaluateAsync("document.activeElement.blur()");
            for (var i = 0; i < Stops && !await HasFocusAsync(page, $"#q-{comment}"); i++)
            {
                await keys.PressAsync("j");
            }

            await Expect(Item(comment)).ToBeFocusedAsync();
        }
    }

    private static async Task FollowAsync(IPage page, string link)
    {
        await TabToAsync(page, link);
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), response => response.Request.IsNavigationRequest);
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Goes from stop to stop until the one wanted has the focus.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        await page.Locator(selector).WaitForAsync();
        for (var i = 0; i < Stops; i++)
        {
            if (await HasFocusAsync(page, selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"No tab stop is {selector}.");
    }

    private static Task<bool> HasFocusAsync(IPage page, string selector) => page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector);
}
