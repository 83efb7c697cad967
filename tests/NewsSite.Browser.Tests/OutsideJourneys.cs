using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Desk;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>What leaves the desk and what comes in: preview links, originals fetched, and advice that leads to its place.</summary>
public sealed class OutsideJourneys(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_author_without_an_account_comments_and_approves(bool script)
    {
        var id = await BeginAsync("en", "Shown outside", "One paragraph.\n\nAnother paragraph.\n", null);
        var (editor, _) = await WelcomeSignedInAsync("Sharer", script, AccountRole.Editor);
        await using var shared = editor;
        await editor.Page.GotoAsync($"/desk/articles/{id}");
        await editor.Page.Locator($"a[href*='/desk/articles/{id}/preview-links']").ClickAsync();
        await editor.Page.Locator("#forWhom").FillAsync("Ada Author");
        await editor.Page.Locator(".preview-make button[type='submit']").ClickAsync();
        var address = await editor.Page.Locator("#made").InputValueAsync();
        await IsSoundAsync(editor, script);

        await using var author = await Newsstand.WelcomeWriterAsync(script);
        await author.Page.GotoAsync(new Uri(address).PathAndQuery);
        await Expect(author.Page.Locator("article")).ToContainTextAsync("Another paragraph.");
        await IsSoundAsync(author, script);
        await author.Page.Locator("#comment-name").FillAsync("Ada Author");
        await author.Page.Locator("#comment-paragraph").SelectOptionAsync("2");
        await author.Page.Locator("#comment-text").FillAsync("Say “must”.");
        await author.Page.Locator("form[action$='/comment'] button").ClickAsync();
        await Expect(author.Page.Locator(".preview-answers")).ToContainTextAsync("Say “must”.");
        await author.Page.Locator("#approve-name").FillAsync("Ada Author");
        await author.Page.Locator("form[action$='/approve'] button").ClickAsync();
        await Expect(author.Page.Locator(".preview-answers li")).ToHaveCountAsync(2);
        await IsSoundAsync(author, script);

        await editor.Page.GotoAsync($"/desk/articles/{id}/preview-links");
        await Expect(editor.Page.Locator(".preview-answers")).ToContainTextAsync("Approved revision 1");
        await IsSoundAsync(editor, script);
        await editor.Page.Locator(".preview-link a[href*='/revoke']").ClickAsync();
        await IsSoundAsync(editor, script);
        await editor.Page.Locator("form button.grave").ClickAsync();
        await Expect(editor.Page.Locator("[role='status']").First).ToContainTextAsync("revoked");
        Assert.Equal(404, (await author.Page.GotoAsync(new Uri(address).PathAndQuery))!.Status);
    }

    [Fact]
    public async Task The_same_from_right_to_left()
    {
        var id = await BeginAsync("ar", "عنوان للعرض", "فقرة أولى.\n\nفقرة ثانية.\n", null);
        await using var editor = await Newsstand.WelcomeWriterAsync();
        await SignInAsync(editor, await Cast.EnrolAsync("Sharer", "ar", AccountRole.Editor));
        await editor.Page.GotoAsync($"/desk/articles/{id}/preview-links");
        await editor.Page.Locator("#forWhom").FillAsync("المؤلف");
        await editor.Page.Locator(".preview-make button[type='submit']").ClickAsync();
        var address = await editor.Page.Locator("#made").InputValueAsync();
        await Expect(editor.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await IsSoundAsync(editor);

        await using var author = await Newsstand.WelcomeWriterAsync();
        await author.Page.GotoAsync(new Uri(address).PathAndQuery);
        await Expect(author.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await IsSoundAsync(author);
    }

    [Theory]
    [InlineData(true, "en")]
    [InlineData(false, "en")]
    [InlineData(true, "ar")]
    public async Task An_original_is_fetched_looked_at_and_taken_over(bool script, string language)
    {
        var day = await Newsstand.InDatabase(db => db.Articles.Where(a => a.Status == ArticleStatus.Published && a.Language == "en").OrderBy(a => a.Id).Select(a => new { a.PublicationDay, a.Slug, a.Headline }).FirstAsync());
        var address = $"{Newsstand.Address}{new ArticleAddress(day.PublicationDay!.Value, day.Slug)}";
        var id = await BeginAsync("uk", "Буде перекладено", "", new ContentSource { Url = address, Title = "A title of our own" });
        await using var editor = await Newsstand.WelcomeWriterAsync(script);
        await SignInAsync(editor, await Cast.EnrolAsync("Fetcher", language, AccountRole.Editor));
        await editor.Page.GotoAsync($"/desk/articles/{id}");
        await editor.Page.Locator("button[value='fetch']").ClickAsync();
        await IsSoundAsync(editor, script);
        await editor.Page.Locator("main form button[type='submit']").ClickAsync();

        await Expect(editor.Page.Locator("#found-Title")).ToHaveValueAsync(day.Headline);
        await Expect(editor.Page.Locator("input[name='take'][value='Title']")).Not.ToBeCheckedAsync();
        await Expect(editor.Page.Locator("input[name='take'][value='Text']")).ToBeCheckedAsync();
        await IsSoundAsync(editor, script);
        await editor.Page.Locator(".fetched button[type='submit']").ClickAsync();

        await Expect(editor.Page.Locator("#sourceTitle")).ToHaveValueAsync("A title of our own");
        Assert.True((await editor.Page.Locator("#original").InputValueAsync()).Length > 1_000);
    }

    [Fact]
    public async Task Advice_leads_to_its_paragraph()
    {
        const string body = "First of all.\n\n- an entry\n- another\n\nThere were 530 of them\nin two lines.\n\nThe last.\n";
        var id = await BeginAsync("en", "Advised", body, new ContentSource { Language = "uk" }, "Найперше.\nпункт\nдругий\nЇх було 350 у двох рядках.\nОстаннє.");
        var (editor, _) = await WelcomeSignedInAsync("Adviser", true, AccountRole.Editor);
        await using var reader = editor;
        await editor.Page.GotoAsync($"/desk/articles/{id}");
        var finding = editor.Page.Locator("#findings a[data-field='body']");

        await Expect(finding).ToContainTextAsync("350");
        await IsSoundAsync(editor);
        await finding.ClickAsync();

        await Expect(editor.Page.Locator("#body")).ToBeFocusedAsync();
        Assert.Equal("There were 530 of them\nin two lines.", await editor.Page.EvaluateAsync<string>("() => { const b = document.querySelector('#body'); return b.value.slice(b.selectionStart, b.selectionEnd); }"));
    }

    private Task<int> BeginAsync(string language, string headline, string body, ContentSource? source, string? original = null) => Newsstand.InDatabase(async db =>
    {
        var editor = await Cast.EnrolAsync("Beginner", AccountRole.Editor);
        var actor = new DeskActor(editor.Id, new HashSet<AccountRole> { AccountRole.Editor }, new HashSet<string>());
        var drafting = new Drafting(db, TimeProvider.System);
        var content = new ArticleContent { Headline = headline, Body = body, Source = source };
        var id = (await drafting.BeginAsync(actor, language, content)).ArticleId!.Value;
        if (original is not null)
        {
            await drafting.SaveAsync(actor, new DraftSave { ArticleId = id, Base = 1, Content = content, Original = original });
        }

        return id;
    });
}
