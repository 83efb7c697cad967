using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace NewsSite.Web.Tests.Feeds;

/// <summary>An entry as newsboat shows it.</summary>
internal sealed record ShownEntry(string Title, string Author, string Address, string Text);

/// <summary>A feed reader people use: what it shows of a feed.</summary>
internal static class Newsboat
{
    private const string Program = "/usr/bin/newsboat";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static void SkipUnlessThere() => Assert.SkipUnless(File.Exists(Program), "There is no newsboat; tests/run installs it.");

    public static async Task<IReadOnlyList<ShownEntry>> ReadAsync(string feed, CancellationToken cancel)
    {
        var directory = Directory.CreateTempSubdirectory("newssite-newsboat").FullName;
        try
        {
            string At(string name) => Path.Combine(directory, name);
            await File.WriteAllTextAsync(At("feed.xml"), feed, cancel);
            await File.WriteAllTextAsync(At("urls"), $"file://{At("feed.xml")}\n", cancel);
            await File.WriteAllTextAsync(At("config"), "", cancel);
            var start = new ProcessStartInfo(Program, ["-u", At("urls"), "-C", At("config"), "-c", At("cache.db"), "-x", "reload"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["HOME"] = directory;
            using var newsboat = Process.Start(start)!;
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            enough.CancelAfter(Patience);
            await Task.WhenAll(newsboat.StandardOutput.ReadToEndAsync(enough.Token), newsboat.StandardError.ReadToEndAsync(enough.Token), newsboat.WaitForExitAsync(enough.Token));
            Assert.Equal(0, newsboat.ExitCode);
            return await ShownAsync(At("cache.db"), cancel);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<List<ShownEntry>> ShownAsync(string cache, CancellationToken cancel)
    {
        await using var kept = new SqliteConnection($"Data Source={cache};Mode=ReadOnly;Pooling=False");
        await kept.OpenAsync(cancel);
        await using var asked = kept.CreateCommand();
        asked.CommandText = "SELECT title, author, url, content FROM rss_item ORDER BY id";
        await using var rows = await asked.ExecuteReaderAsync(cancel);
        var shown = new List<ShownEntry>();
        while (await rows.ReadAsync(cancel))
        {
            shown.Add(new ShownEntry(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3)));
        }

        return shown;
    }
}
