using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts;
using NewsSite.Credits;
using NewsSite.Desk;
using NewsSite.Media;

namespace NewsSite.Web.Tests.Pictures;

/// <summary>Pictures of contributors, on either database.</summary>
public abstract class PortraitTests(Newsroom newsroom) : PictureStage(newsroom)
{
    [Fact]
    public async Task A_contributors_picture_is_shown_with_its_credit_kept_while_used_and_taken_back_after()
    {
        var (id, slug) = await Made("Pictured Person");
        using var editor = Newsroom.As(await Person("Eve", AccountRole.Editor));
        using var reader = Newsroom.Reader();
        var picture = (await Ask(editor, Fresh())).GetProperty("id").GetInt32();
        await Newsroom.Use((PictureEditing e) => e.DescribeAsync(picture, new PictureDetails { CreditName = "Whose Lens", Licence = "CC BY 4.0" }, Cancel));
        var file = await Read(db => db.PictureFiles.Where(f => f.Id == picture).Select(f => f.File).SingleAsync(Cancel));
        var address = PictureSizes.Path(file, PictureSizes.Widths[0]);
        Assert.Equal(HttpStatusCode.NotFound, await Status(reader, address));
        await reader.GetStringAsync($"/contributors/{slug}", Cancel);

        using var chosen = await Change(editor, id, slug, picture);

        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        var page = await reader.GetStringAsync($"/contributors/{slug}", Cancel);
        Assert.Contains(address, page, StringComparison.Ordinal);
        Assert.Contains("Whose Lens", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Status(reader, address));
        Assert.Contains("Pictured Person", await editor.GetStringAsync($"/desk/pictures/{picture}", Cancel), StringComparison.Ordinal);
        Assert.False(await Newsroom.Use((PictureEditing e) => e.DeleteAsync(picture, Cancel)));
        Assert.Contains($"<option value=\"{picture}\" selected", await editor.GetStringAsync($"/desk/contributors/{id}", Cancel), StringComparison.Ordinal);

        using var none = await Change(editor, id, slug, null);
        Assert.Equal(HttpStatusCode.SeeOther, none.StatusCode);
        Assert.DoesNotContain("class=\"portrait\"", await reader.GetStringAsync($"/contributors/{slug}", Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Status(reader, address));
        Assert.True(await Newsroom.Use((PictureEditing e) => e.DeleteAsync(picture, Cancel)));
        using var gone = await Change(editor, id, slug, picture);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, gone.StatusCode);
        Assert.Contains("The newsroom has no such picture any more.", await gone.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merging_takes_over_a_picture_where_there_is_none()
    {
        var ((kept, keptSlug), (doubled, slug)) = (await Made("Kept Unseen"), await Made("Doubled Seen"));
        var editor = await Newsroom.Editor($"Merging {Guid.NewGuid():N}");
        using var desk = Newsroom.As(editor.AccountId);
        var picture = (await Ask(desk, Fresh())).GetProperty("id").GetInt32();
        using var chosen = await Change(desk, doubled, slug, picture);

        Assert.Null(await Newsroom.Use((ContributorKeeping k) => k.MergeAsync(editor, kept, doubled, Cancel)));

        Assert.Equal(picture, await Read(db => db.Contributors.Where(c => c.Id == kept).Select(c => c.PictureId).SingleAsync(Cancel)));
        using var reader = Newsroom.Reader();
        Assert.Contains("class=\"portrait\"", await reader.GetStringAsync($"/contributors/{keptSlug}", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_a_draft_stays_until_the_draft_is_spiked()
    {
        var editor = await Newsroom.Editor($"Drafting {Guid.NewGuid():N}");
        using var desk = Newsroom.As(editor.AccountId);
        var picture = (await Ask(desk, Fresh())).GetProperty("id").GetInt32();
        var piece = await Newsroom.Begun(editor, await Newsroom.Complete("With a picture so far") with { Picture = new ContentPicture(picture, "A bridge.", false, null) });

        var whileDrafted = await Newsroom.Use((PictureEditing e) => e.DeleteAsync(picture, Cancel));
        Assert.Null(await Newsroom.Use((Workflow w) => w.MoveAsync(editor, piece, WorkStage.Spiked, "Never mind.", Cancel)));

        Assert.False(whileDrafted);
        Assert.True(await Newsroom.Use((PictureEditing e) => e.DeleteAsync(picture, Cancel)));
    }

    private Task<HttpResponseMessage> Change(HttpClient editor, int id, string slug, int? picture) =>
        Post(editor, $"/desk/contributors/{id}", $"/desk/contributors/{id}", ("name", "Pictured Person"), ("slug", slug), ("picture", $"{picture}"));

    private async Task<HttpStatusCode> Status(HttpClient reader, string address)
    {
        using var answer = await reader.GetAsync(address, Cancel);
        return answer.StatusCode;
    }

    private Task<(int Id, string Slug)> Made(string name) => Read(async db =>
    {
        var made = new Contributor($"portrayed-{Guid.NewGuid():N}", name);
        db.Contributors.Add(made);
        await db.SaveChangesAsync(Cancel);
        return (made.Id, made.Slug);
    });
}

public sealed class PortraitsOnSqlite(SqliteNewsroom newsroom) : PortraitTests(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class PortraitsOnPostgres : PortraitTests
{
    public PortraitsOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
