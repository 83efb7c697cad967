using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsSite.Web.Tests;

/// <summary>Somebody else's site on this machine, with originals and with everything that may go wrong.</summary>
internal sealed class OriginalsServer : IAsyncDisposable
{
    public const string Article = """
        <!doctype html><html lang="pl"><head><meta charset="utf-8"><title>Most, którego nikt nie chce — Gazeta</title>
        <meta property="og:title" content="Most, którego nikt nie chce"><meta name="author" content="Halina Wrzos">
        <meta property="article:published_time" content="2026-10-03T08:00:00+02:00"></head>
        <body><nav><a href="/">Gazeta</a> <a href="/sport">Sport</a></nav><script>document.cookie = "x"</script>
        <article><h1>Most, którego nikt nie chce</h1><p class="byline">Halina Wrzos</p>
        <p>Od dwudziestu lat rada miejska obiecuje most, i od dwudziestu lat prom pływa dalej, codziennie o szóstej trzydzieści, choćby na pokładzie był tylko jeden rower i dwoje ludzi z psem.</p>
        <p>Policzyłam, ile razy obiecano go w kampaniach: jedenaście razy. <a href="https://rada.example/uchwala?id=7">Uchwała</a> mówi o milionie złotych, kosztorys o trzech, a rzeka o niczym nie mówi, bo płynie.</p>
        <p>Kapitan wzrusza ramionami. Rzeka jest szersza niż każdy budżet, powiada, i dopóki płynie, ktoś będzie musiał dostać się na drugi brzeg, a most stoi tylko w jednym miejscu.</p>
        <p>Może dlatego nikt go naprawdę nie chce: most kończy rozmowę, a prom ją zaczyna, i to dwa razy dziennie, w obie strony, przy każdej pogodzie i bez rezerwacji.</p></article>
        <footer>© Gazeta</footer></body></html>
        """;

    private readonly WebApplication site;

    private OriginalsServer(WebApplication site) => this.site = site;

    /// <summary>What was asked for, with the headers that came.</summary>
    public List<(string Path, IHeaderDictionary Headers)> Asked { get; } = [];

    /// <summary>Ends when the slow page was asked for.</summary>
    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Uri Address => new(site.Urls.First());

    public int Port => Address.Port;

    public static async Task<OriginalsServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        var server = new OriginalsServer(site);
        site.Use(async (context, next) =>
        {
            lock (server.Asked)
            {
                server.Asked.Add((context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary())));
            }

            context.Response.Headers.SetCookie = "tracked=1";
            await next(context);
        });
        site.MapGet("/article", () => Results.Content(Article, "text/html; charset=utf-8"));
        site.MapGet("/cyrillic", () => Results.Bytes(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Article.Replace("utf-8", "windows-1251", StringComparison.Ordinal).Replace("Most, którego nikt nie chce", "Міст, якого ніхто не хоче", StringComparison.Ordinal)), "text/html"));
        site.MapGet("/hops/{n:int}", (int n) => Results.Redirect(n == 0 ? "/article" : $"/hops/{n - 1}"));
        site.MapGet("/to", (string address) => Results.Redirect(address));
        site.MapGet("/gone", () => Results.NotFound());
        site.MapGet("/picture", () => Results.Bytes([1, 2, 3], "image/png"));
        site.MapGet("/nothing", () => Results.Content("<!doctype html><title>x</title><p>", "text/html"));
        site.MapGet("/deep/{n:int}", (int n) => Results.Content(string.Concat(Enumerable.Repeat("<div>", n)) + Article, "text/html"));
        site.MapGet("/large", async (HttpContext context) =>
        {
            context.Response.ContentType = "text/html";
            var part = Encoding.UTF8.GetBytes(new string('a', 100_000));
            for (var i = 0; i < 60 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
            }
        });
        site.MapGet("/bomb", async (HttpContext context) =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = "gzip";
            using var packed = new MemoryStream();
            await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            {
                var part = new byte[100_000];
                for (var i = 0; i < 200; i++)
                {
                    await gzip.WriteAsync(part, context.RequestAborted);
                }
            }

            await context.Response.Body.WriteAsync(packed.ToArray(), context.RequestAborted);
        });
        site.MapGet("/slow", async (HttpContext context) =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            server.Waiting.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await site.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync(new CancellationToken(canceled: true));
        await site.DisposeAsync();
    }
}
