using System.Diagnostics;
using System.Text.Json;

namespace NewsSite.Web.Tests.Feeds;

/// <summary>A feed as Debian's feedparser understood it.</summary>
internal sealed record ReadFeed(string Path, string? Bozo, string Version, string? Title, string? Language, IReadOnlyList<ReadEntry> Entries);

/// <summary>An entry of it.</summary>
internal sealed record ReadEntry(string? Id, string? Link, string? Updated, IReadOnlyList<string> Authors, IReadOnlyList<string> Contributors, string Text);

/// <summary>Reads feeds with a parser that is not ours.</summary>
internal static class FeedParser
{
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> IsThere = new(() => File.Exists(Python) && Run("-c", "import feedparser").Code == 0);

    public static void SkipUnlessThere() => Assert.SkipUnless(IsThere.Value, "There is no python3-feedparser; tests/run installs it.");

    public static async Task<IReadOnlyList<ReadFeed>> ReadAsync(IEnumerable<string> feeds, CancellationToken cancel)
    {
        var directory = Directory.CreateTempSubdirectory("newssite-feeds").FullName;
        try
        {
            var paths = new List<string>();
            foreach (var feed in feeds)
            {
                paths.Add(Path.Combine(directory, $"{paths.Count}.xml"));
                await File.WriteAllTextAsync(paths[^1], feed, cancel);
            }

            var (code, output) = Run([Path.Combine(AppContext.BaseDirectory, "Feeds", "read_feeds.py"), .. paths]);
            Assert.Equal(0, code);
            return JsonSerializer.Deserialize<List<ReadFeed>>(output, JsonSerializerOptions.Web)!;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static (int Code, string Output) Run(params IEnumerable<string> arguments)
    {
        using var python = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        return (python.ExitCode, output);
    }
}
