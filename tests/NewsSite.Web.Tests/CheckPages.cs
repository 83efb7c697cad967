using Microsoft.EntityFrameworkCore;
using NewsSite.Desk;

namespace NewsSite.Web.Tests;

/// <summary>The editor shows what the checks advise and leads to its place, on either database.</summary>
public abstract class CheckPages(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_to_pages_readers_do_not_have_are_told_from_those_they_have()
    {
        var editor = await newsroom.Editor("Linking Lea");
        var (_, path) = await newsroom.Out(editor, "Linked to");
        var (gone, gonePath) = await newsroom.Out(editor, "Linked to and gone");
        await newsroom.Use((PublishedPieces p) => p.WithdrawAsync(editor, gone, "It went.", cancel));
        var section = await newsroom.InDatabase(db => db.Sections.Select(s => s.Slug).FirstAsync(cancel));
        var contributor = await newsroom.InDatabase(db => db.Contributors.Select(c => c.Slug).FirstAsync(cancel));
        using var desk = newsroom.As(editor.AccountId);
        var own = desk.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var content = (await newsroom.Complete("Linking elsewhere")) with
        {
            Body = $"Fine: [one]({path}), [two]({own}{path}#c-1), [three](/sections/{section}), [four](/contributors/{contributor}), [five](/), [six](/uk), [seven](/archive), [eight](/2014/12), [nine](https://elsewhere.example/sections/none), [ten](/desk/articles).\n\n" +
                $"Not fine: [a]({gonePath}), [b](/2026/01/02/never-was).\n\n[c]({own}/sections/none-such) and [d](/contributors/nobody-at-all) and [e](/no-such-page) and [f](/2026/13/45/nonsense).\n",
        };
        var id = await newsroom.Begun(editor, content);

        var page = await desk.GetStringAsync($"/desk/articles/{id}", cancel);

        Assert.Equal(6, page.Split("data-field=\"body\"").Length - 1);
        Assert.Contains("<a href=\"#f-body\" data-field=\"body\" data-paragraph=\"2\"><span class=\"finding-place\">Paragraph 2</span>", page, StringComparison.Ordinal);
        Assert.Contains($"\u2068{gonePath}\u2069 leads to a piece readers do not have", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("\u2068/2026/01/02/never-was\u2069 leads to a page this site does not have", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        foreach (var link in new[] { "/sections/none-such", "/contributors/nobody-at-all", "/no-such-page", "/2026/13/45/nonsense" })
        {
            Assert.Contains($"{link}\u2069 leads to a page", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_original_beside_the_text_is_compared_with_it_and_advice_stops_nobody()
    {
        var editor = await newsroom.Editor("Comparing Cai");
        var content = await newsroom.Complete("Compared with its original");
        var id = await newsroom.Begun(editor, content);
        await newsroom.Use((Drafting d) => d.SaveAsync(editor, new DraftSave { ArticleId = id, Base = 1, Content = content with { Body = "There were 530 of them.\n\nIt rained.\n" }, Original = "Їх було 350.\nЙшов дощ." }, cancel));
        using var desk = newsroom.As(editor.AccountId);

        var page = System.Net.WebUtility.HtmlDecode(await desk.GetStringAsync($"/desk/articles/{id}", cancel));
        var arabic = System.Net.WebUtility.HtmlDecode(await desk.GetStringAsync($"/desk/articles/{id}?language=ar", cancel));
        var publish = System.Net.WebUtility.HtmlDecode(await desk.GetStringAsync($"/desk/articles/{id}/publish", cancel));
        var outcome = await newsroom.Use((Publishing p) => p.PublishAsync(editor, [(id, 2)], null, cancel));

        Assert.Contains("The original has “\u2068350\u2069”, the translation “\u2068530\u2069”.", page, StringComparison.Ordinal);
        Assert.Contains("الفقرة ١", arabic, StringComparison.Ordinal);
        Assert.Contains($"/desk/articles/{id}#f-body", publish, StringComparison.Ordinal);
        Assert.Null(outcome.Why);
    }
}

public sealed class CheckPagesOnSqlite(SqliteNewsroom newsroom) : CheckPages(newsroom);

public sealed class CheckPagesOnPostgres : CheckPages
{
    public CheckPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
