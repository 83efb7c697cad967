using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Desk;

namespace NewsSite.Web.Tests.Pictures;

/// <summary>Pictures within a text, on either database.</summary>
public abstract class FigureTests(Newsroom newsroom) : PictureStage(newsroom)
{
    [Fact]
    public async Task A_picture_within_the_text_is_printed_in_its_sizes_with_what_its_record_says_now()
    {
        using var editor = Newsroom.As(await Person("Figure Fina", AccountRole.Editor));
        var file = (await Ask(editor, Fresh())).GetProperty("file").GetString()!;
        var picture = await Read(db => db.PictureFiles.SingleAsync(f => f.File == file, Cancel));
        await Credit(editor, picture.Id, "Ada Lens");
        var id = await Article(null, $"Before it.\n\n![A tram, seen \"sideways\".](/media/{file}-960.webp \"The last one.\")\n\nAfter it.", Now.AddMinutes(-1));
        var path = await Newsroom.PathOf(id);
        using var reader = Newsroom.Reader();
        Newsroom.Forget();
        Newsroom.Statements.Reset();

        var page = await reader.GetStringAsync(path, Cancel);

        Assert.InRange(Newsroom.Statements.Count, 2, 5);
        var figure = System.Text.RegularExpressions.Regex.Match(page, "<p>Before it.</p>\\s*<figure>(.*?)</figure>\\s*<p>After it.</p>", System.Text.RegularExpressions.RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains($"srcset=\"/media/{file}-480.webp 480w, /media/{file}-960.webp 960w\"", figure, StringComparison.Ordinal);
        Assert.Contains($"/media/{file}-480.avif 480w", figure, StringComparison.Ordinal);
        Assert.Contains($"width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"A tram, seen &quot;sideways&quot;.\"", figure, StringComparison.Ordinal);
        Assert.Contains("loading=\"lazy\"", figure, StringComparison.Ordinal);
        Assert.Contains("The last one.", figure, StringComparison.Ordinal);
        Assert.Contains("<bdi>Ada Lens</bdi>", figure, StringComparison.Ordinal);

        await Credit(editor, picture.Id, "Ada Lens-Cap");
        Assert.Contains("<bdi>Ada Lens-Cap</bdi>", await reader.GetStringAsync(path, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_without_description_or_credit_or_record_stops_publication_and_is_led_to()
    {
        var actor = await Newsroom.Editor("Figure Finn");
        using var editor = Newsroom.As(actor.AccountId);
        var file = (await Ask(editor, Fresh())).GetProperty("file").GetString()!;
        var content = (await Newsroom.Complete("With figures")) with { Body = $"One.\n\n![](/media/{file}-960.webp)\n\nThree.\n\n![A tram.](/media/unheard-of-960.webp)\n" };
        var id = await Newsroom.Begun(actor, content);

        var outcome = await Newsroom.Use((Publishing p) => p.PublishAsync(actor, [(id, 1)]));
        var page = await editor.GetStringAsync($"/desk/articles/{id}", Cancel);
        await Credit(editor, await Read(db => db.PictureFiles.Where(f => f.File == file).Select(f => f.Id).SingleAsync(Cancel)), "Ada Lens");
        var mended = content with { Body = $"One.\n\n![A tram.](/media/{file}-960.webp)\n" };
        await Newsroom.Use((Drafting d) => d.SaveAsync(actor, new DraftSave { ArticleId = id, Base = 1, Content = mended }, Cancel));
        var preview = await editor.GetStringAsync($"/desk/articles/{id}/preview", Cancel);
        var published = await Newsroom.Use((Publishing p) => p.PublishAsync(actor, [(id, 2)]));

        Assert.Equal(DeskRefusal.NotReady, outcome.Why);
        foreach (var (sentence, paragraph) in new[] { ("Describe this picture", 2), ("who made this picture", 2), ("This picture is not among ours", 4) })
        {
            Assert.Matches($"data-field=\"body\" data-paragraph=\"{paragraph}\">[^\n]*\n?[^\n]*{sentence}", page);
        }

        Assert.Contains($"src=\"/desk/pictures/file/{file}-960.webp\"", preview, StringComparison.Ordinal);
        Assert.Null(published.Why);
    }

    private static async Task Credit(HttpClient editor, int id, string name)
    {
        using var answer = await editor.Submit($"/desk/pictures/{id}", ("role", "Photographer"), ("credit", name), ("focusX", "50"), ("focusY", "50"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }
}

public sealed class FiguresOnSqlite(SqliteNewsroom newsroom) : FigureTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class FiguresOnPostgres : FigureTests
{
    public FiguresOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
