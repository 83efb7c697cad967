using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Credits;
using NewsSite.Media;
using NewsSite.Sources;

namespace NewsSite.Web.Tests.Sharing;

/// <summary>Pieces for tests of what others do with them, and the pages below them.</summary>
public abstract class SharingStage(Newsroom newsroom) : ModerationStage(newsroom)
{
    private static int made;

    /// <summary>A published piece; by default in English, translated from Ukrainian, by one author and one translator.</summary>
    /// <param name="change">What is otherwise.</param>
    /// <param name="headline">Its headline.</param>
    /// <param name="body">Its text.</param>
    /// <param name="language">Its language.</param>
    protected Task<(int Id, string Path)> Shared(Action<Article>? change = null, string headline = "A piece to be shared", string body = "One paragraph.\n\nAnother one.\n", string language = "en") => Newsroom.InDatabase(async db =>
    {
        var number = Interlocked.Increment(ref made);
        var article = new Article(new Work($"shared-{number}"), language, $"shared-{number}", headline, await db.Sections.FirstAsync(Cancel), Genre.OpEd) { Standfirst = "What it is about." };
        Assert.Null(article.Write(body));
        article.AddCredit(CreditRole.Author, new Contributor($"shared-author-{number}", "Olena Tkach-Lysenko") { ScriptName = "Олена Ткач-Лисенко", ScriptLanguage = "uk" });
        article.AddCredit(CreditRole.Translator, new Contributor($"shared-translator-{number}", "Nora & Whitcombe, jr"));
        article.Source = new Source(new Publication($"shared-outlet-{number}", "Dnipro_Courier"))
        {
            Title = "Не чіпайте {повільний} трамвай", Url = "https://dnipro-courier.example/2026/03/tram?a={b}&c=%d", Language = "uk", PublishedOn = new DateOnly(2026, 3, 2), ArchivedUrl = "https://archive.example/1",
            PermissionState = PermissionState.Granted, Permission = "By kind permission.", Terms = "CC BY 4.0",
        };
        article.Publish(new DateTime(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc), TimeZoneInfo.Utc);
        change?.Invoke(article);
        db.Add(article);
        await db.SaveChangesAsync(Cancel);
        return (article.Id, article.Address!.Value.ToString());
    });

    /// <summary>The record of a picture; its files are nowhere.</summary>
    protected Task<string> PictureRecord(bool mayBeRepublished) => Newsroom.InDatabase(async db =>
    {
        var file = $"shared-{Interlocked.Increment(ref made)}-abc";
        var record = new PictureFile(new StoredPicture(file, 1300, 900), "tram.jpg", Now);
        Assert.Null(record.Describe(new PictureDetails { CreditName = "Ada Lens", Licence = "CC BY 4.0", MayBeRepublished = mayBeRepublished }, null));
        db.Add(record);
        await db.SaveChangesAsync(Cancel);
        return file;
    });

    /// <summary>Reads a page as anybody.</summary>
    protected async Task<string> PageAsync(string path)
    {
        using var reader = Newsroom.Reader();
        return await reader.GetStringAsync(path, Cancel);
    }

    /// <summary>What stands in the text fields of a page, in order.</summary>
    protected static List<string> Fields(string page) => [.. System.Text.RegularExpressions.Regex.Matches(page, "<textarea[^>]*>([^<]*)</textarea>").Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value).TrimStart('\n'))];
}
