using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NetVips;
using NewsSite.Articles;
using NewsSite.Media;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Tests.Pictures;

/// <summary>What tests of the desk's pictures share.</summary>
public abstract class PictureStage(Newsroom newsroom) : ModerationStage(newsroom)
{
    private static int made;

    /// <summary>A JPEG no other test has.</summary>
    protected static byte[] Fresh(int width = 1300, int height = 900, Action<MutableImage>? with = null)
    {
        var shade = Interlocked.Increment(ref made);
        using var picture = HostileFiles.Honest(width, height).Linear([1], [shade % 100]).Cast(Enums.BandFormat.Uchar);
        using var changed = with is null ? picture.Copy() : picture.Mutate(with);
        return changed.JpegsaveBuffer(q: 60 + (shade % 30));
    }

    /// <summary>Sends files the way the form does.</summary>
    protected async Task<HttpResponseMessage> Send(HttpClient browser, string? accept, params (byte[] Content, string Name, string? Type)[] files)
    {
        var html = await browser.GetStringAsync("/desk/pictures", Cancel);
        var token = Regex.Match(html, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        form.HeaderEncodingSelector = (_, _) => Encoding.UTF8;
        foreach (var (content, name, type) in files)
        {
            var part = new ByteArrayContent(content);
            // As browsers write it; the framework's own way would leave out or encode what is wrong with a name.
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"picture\"; filename=\"{name}\"");
            if (type is not null)
            {
                part.Headers.ContentType = new MediaTypeHeaderValue(type);
            }

            form.Add(part);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/pictures") { Content = form };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await browser.SendAsync(request, Cancel);
    }

    /// <summary>Sends one file as a script does and reads the answer.</summary>
    protected async Task<JsonElement> Ask(HttpClient browser, byte[] content, string name = "tram.jpg", string? type = "image/jpeg")
    {
        using var response = await Send(browser, "application/json", (content, name, type));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement;
    }

    /// <summary>An article that uses a picture above its text or within it.</summary>
    protected Task<int> Article(string? above, string text, DateTime? publishedAt) => Read(async db =>
    {
        var slug = $"pictured-{Interlocked.Increment(ref made)}";
        var article = new Article(new Work(slug), "en", slug, $"Piece {slug}", db.Sections.OrderBy(s => s.Id).First(), Genre.Report);
        Assert.Null(article.Write(text));
        if (above is not null)
        {
            article.Picture = Picture.Use(db.PictureFiles.Single(f => f.File == above), "A tram.", false).Picture;
        }

        if (publishedAt is { } at)
        {
            article.Publish(at, TimeZoneInfo.Utc);
        }

        db.Add(article);
        await db.SaveChangesAsync(Cancel);
        return article.Id;
    });

    /// <summary>Every file the site keeps of pictures, and those it may have left in its temporary directory.</summary>
    protected IReadOnlyList<string> Files()
    {
        var (storage, environment) = (Newsroom.Services.GetRequiredService<StorageSettings>(), Newsroom.Services.GetRequiredService<IHostEnvironment>());
        return [.. new[] { storage.Media(environment), storage.HiddenMedia(environment) }.Where(Directory.Exists).SelectMany(d => Directory.GetFiles(d)).Order(StringComparer.Ordinal)];
    }
}
