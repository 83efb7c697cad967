using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NewsSite.Data;
using NewsSite.Search;

namespace NewsSite.Web.Commands;

/// <summary><c>search rebuild</c>: builds what the search reads anew, while the site goes on.</summary>
internal static class SearchCommand
{
    private const double Megabyte = 1_000_000;

    public static Command Create() => new("search", "Looks after what the search reads.") { Rebuild() };

    private static Command Rebuild()
    {
        var rebuild = new Command("rebuild", "Reads every published piece and comment again and writes the words they are found by. The site may be running. Nothing needs it in everyday use.");
        rebuild.SetAction((_, cancel) => CommandHost.RunAsync(async services =>
        {
            var clock = Stopwatch.StartNew();
            var pieces = await services.GetRequiredService<SearchRebuilding>().RebuildAsync(cancel);
            var engine = services.GetRequiredService<NewsDbContext>().Search;
            var taken = clock.Elapsed;
            var (articles, comments) = (await engine.SizeAsync(SearchKind.Articles, cancel), await engine.SizeAsync(SearchKind.Comments, cancel));
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{pieces} pieces and what was said about them, in {taken.TotalSeconds:0.0} s; {articles / Megabyte:0.0} MB for the pieces, {comments / Megabyte:0.0} MB for the comments."));
            return null;
        }));
        return rebuild;
    }
}
