using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Desk;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>An editor and a colleague write at the desk in real browsers.</summary>
public sealed class EditorJourneys(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    [Fact]
    public async Task Two_people_typing_into_one_piece_for_a_minute_lose_nothing()
    {
        var id = await BeginAsync("One paragraph.\n\nAnother paragraph.\n\nThe last one.\n");
        await using var one = await EnterAsync("Typist One");
        await using var two = await EnterAsync("Typist Two");
        await one.Page.GotoAsync($"/desk/articles/{id}");
        await two.Page.GotoAsync($"/desk/articles/{id}");
        await PlaceCaretAsync(one.Page, "One paragraph.");
        await PlaceCaretAsync(two.Page, "The last one.");

        var first = string.Concat(Enumerable.Range(0, 300).Select(i => $" left{i}"));
        var second = string.Concat(Enumerable.Range(0, 300).Select(i => $" right{i}"));
        await Task.WhenAll(
            one.Page.Keyboard.TypeAsync(first, new KeyboardTypeOptions { Delay = 25 }),
            two.Page.Keyboard.TypeAsync(second, new KeyboardTypeOptions { Delay = 25 }));

        await EventuallyAsync(async () => await BodyAsync(id) is var body && body.Contains("One paragraph." + first, StringComparison.Ordinal) && body.Contains("The last one." + second, StringComparison.Ordinal));
        Assert.Equal($"One paragraph.{first}\n\nAnother paragraph.\n\nThe last one.{second}\n", await BodyAsync(id));
        await Expect(one.Page.Locator("#body")).ToHaveValueAsync(await BodyAsync(id));
        await Expect(two.Page.Locator("#body")).ToHaveValueAsync(await BodyAsync(id));
        await Expect(one.Page.Locator("[data-people]")).ToContainTextAsync("Typist Two");
        Assert.Equal(0, await Newsstand.InDatabase(db => db.ArticleRevisions.CountAsync(r => r.ArticleId == id && r.Kind == RevisionKind.Aside)));
    }

    [Fact]
    public async Task Two_people_in_the_same_paragraph_are_shown_both_texts_and_both_are_kept()
    {
        var id = await BeginAsync("The same paragraph.\n");
        await using var one = await EnterAsync("Clasher One");
        await using var two = await EnterAsync("Clasher Two");
        await one.Page.GotoAsync($"/desk/articles/{id}");
        await two.Page.GotoAsync($"/desk/articles/{id}");
        // Nobody's page asks what is new meanwhile: the one types on while it cannot reach the desk.
        await two.Page.RouteAsync("**/autosave", route => route.AbortAsync());
        await PlaceCaretAsync(two.Page, "The same paragraph.");
        await two.Page.Keyboard.TypeAsync(" Theirs.");
        await Expect(two.Page.Locator("[data-state]")).ToContainTextAsync("Not saved yet");
        await PlaceCaretAsync(one.Page, "The same paragraph.");
        await one.Page.Keyboard.TypeAsync(" Mine.");
        await EventuallyAsync(async () => (await BodyAsync(id)).Contains("Mine.", StringComparison.Ordinal));
        await two.Page.UnrouteAsync("**/autosave");

        var clash = two.Page.Locator(".clash-live");
        await Expect(clash).ToBeVisibleAsync();
        await Expect(clash.Locator("ins")).ToContainTextAsync("Theirs");
        // What the broken line left in the browser's console is no fault of the page.
        two.ForgetErrors();
        await IsSoundAsync(two);
        await EventuallyAsync(async () => await Newsstand.InDatabase(db => db.ArticleRevisions.AnyAsync(r => r.ArticleId == id && r.Kind == RevisionKind.Aside && r.SettledAt == null)));
        await clash.Locator("[data-do='mine']").ClickAsync();

        await EventuallyAsync(async () => (await BodyAsync(id)).Contains("Theirs.", StringComparison.Ordinal));
        await Expect(two.Page.Locator(".clash-live")).ToHaveCountAsync(0);
        Assert.False(await Newsstand.InDatabase(db => db.ArticleRevisions.AnyAsync(r => r.ArticleId == id && r.Kind == RevisionKind.Aside && r.SettledAt == null)));
    }

    [Fact]
    public async Task What_never_reached_the_desk_is_offered_with_its_difference()
    {
        var id = await BeginAsync("What the desk has.\n");
        await using var reader = await EnterAsync("Cut off");
        var page = reader.Page;
        await page.GotoAsync($"/desk/articles/{id}");
        await page.RouteAsync("**/autosave", route => route.AbortAsync());
        await PlaceCaretAsync(page, "What the desk has.");
        await page.Keyboard.TypeAsync(" And what it never got.");
        await Expect(page.Locator("[data-state]")).ToContainTextAsync("Not saved yet");
        await Expect(page.Locator(".backstop")).ToBeHiddenAsync();
        // As a crash leaves it: nothing of the page is asked before it goes.
        await page.GotoAsync("about:blank");
        await page.UnrouteAsync("**/autosave");
        await Newsstand.InDatabase(db => db.ArticleRevisions.Where(r => r.ArticleId == id && r.Number > 1).ExecuteDeleteAsync());
        await Newsstand.InDatabase(db => db.Assignments.Where(a => a.ArticleId == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.LatestRevision, 1)));

        await page.GotoAsync($"/desk/articles/{id}");
        var offer = page.Locator(".backstop");
        await Expect(offer).ToBeVisibleAsync();
        await offer.Locator("summary").ClickAsync();
        await Expect(offer.Locator("ins")).ToContainTextAsync("never got");
        reader.ForgetErrors();
        await IsSoundAsync(reader);
        await offer.Locator("[data-do='take']").ClickAsync();

        await EventuallyAsync(async () => (await BodyAsync(id)).Contains("And what it never got.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><!--StartFragment--><h1 class=MsoTitle>A title<o:p></o:p></h1><p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Bold</b> and <i>italic</i> text&nbsp;with a <a href='https://example.org/a'>link</a>.<o:p></o:p></p><p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;</span></span></span><![endif]>One<o:p></o:p></p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Two</p><!--EndFragment--></body></html>",
        "## A title\n\n**Bold** and *italic* text with a [link](https://example.org/a).\n\n- One\n- Two")]
    [InlineData("<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1a2b\"><p dir=\"ltr\" style=\"line-height:1.38\"><span style=\"font-size:11pt;font-family:Arial;font-weight:400;font-style:normal\">Звичайний </span><span style=\"font-weight:700;font-style:normal\">жирний</span><span style=\"font-weight:400;font-style:italic\"> курсив</span></p><ul><li dir=\"ltr\"><p role=\"presentation\"><span>Пункт</span></p></li></ul><p><a href=\"https://www.google.com/url?q=https://example.org/x&amp;sa=D\"><span style=\"color:#1155cc\">сюди</span></a></p></b>",
        "Звичайний **жирний** *курсив*\n\n- Пункт\n\n[сюди](https://example.org/x)")]
    [InlineData("<article><h2>Heading</h2><p>Text <script>alert(1)</script>with <a href='javascript:alert(1)'>no trap</a>.</p><blockquote><p>Said.</p></blockquote><ol><li>First</li><li>Second</li></ol><img src='https://example.org/x.png'></article>",
        "## Heading\n\nText with no trap.\n\n> Said.\n\n1. First\n2. Second")]
    public async Task What_is_pasted_becomes_clean_Markdown(string html, string markdown)
    {
        var id = await BeginAsync("");
        await using var reader = await EnterAsync("Paster");
        await reader.Page.GotoAsync($"/desk/articles/{id}");
        await reader.Page.Locator("#body").EvaluateAsync("(body, html) => { body.value = ''; body.focus(); const data = new DataTransfer(); data.setData('text/html', html); data.setData('text/plain', 'plain'); body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", html);
        await Expect(reader.Page.Locator("#body")).ToHaveValueAsync(markdown);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task Pages_of_a_piece_are_sound_in_every_language(string language)
    {
        var id = await BeginAsync("A paragraph.\n");
        var person = await Cast.EnrolAsync("Sound", language, AccountRole.Editor);
        await using var reader = await Newsstand.WelcomeWriterAsync();
        await SignInAsync(reader, person);
        foreach (var address in new[] { "/desk/articles", "/desk/articles/new", $"/desk/articles/{id}", $"/desk/articles/{id}/revisions", $"/desk/articles/{id}/revisions/1", $"/desk/articles/{id}/publish", $"/desk/articles/{id}/timing" })
        {
            await reader.Page.GotoAsync(address);
            await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await IsSoundAsync(reader);
        }

        await reader.Page.GotoAsync($"/desk/articles/{id}");
        await Expect(reader.Page.Locator("[data-count]")).ToContainTextAsync(language == "ar" ? "٢" : "2");
    }

    private async Task<Reader> EnterAsync(string name, bool script = true)
    {
        var person = await Cast.EnrolAsync(name, AccountRole.Editor);
        var reader = await Newsstand.WelcomeWriterAsync(script);
        await SignInAsync(reader, person);
        return reader;
    }

    private Task<int> BeginAsync(string body) => Newsstand.InDatabase(async db =>
    {
        var editor = await Cast.EnrolAsync("Beginner", AccountRole.Editor);
        var actor = new DeskActor(editor.Id, new HashSet<AccountRole> { AccountRole.Editor }, new HashSet<string>());
        return (await new Drafting(db, TimeProvider.System).BeginAsync(actor, "en", new ArticleContent { Headline = "Begun", Body = body })).ArticleId!.Value;
    });

    private Task<string> BodyAsync(int id) => Newsstand.InDatabase(async db =>
        (await db.ArticleRevisions.AsNoTracking().SingleAsync(r => r.ArticleId == id && r.Number == db.Assignments.Single(a => a.ArticleId == id).LatestRevision)).Content.Body);

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds())
        {
            Assert.False(patience.IsCancellationRequested, "It never came about.");
            await rounds.WaitForNextTickAsync();
        }
    }

    private static async Task PlaceCaretAsync(IPage page, string after) => await page.Locator("#body").EvaluateAsync("(body, after) => { body.focus(); const at = body.value.indexOf(after) + after.length; body.setSelectionRange(at, at); }", after);
}
