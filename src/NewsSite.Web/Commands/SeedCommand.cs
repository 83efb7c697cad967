using System.CommandLine;
using NewsSite.Seeds;
using NewsSite.Site;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Commands;

/// <summary><c>seed</c>: loads the sample publication; a second run changes nothing.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var from = new Option<string?>("--from") { Description = "The directory of the publication; the one that comes with the site when left out." };
        var command = new Command("seed", "Loads the sample publication. Running it again changes nothing.") { from };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(services =>
            LoadAsync(services, parsed.GetValue(from) ?? services.GetRequiredService<SeedSettings>().Directory, Console.Out, cancel)));
        return command;
    }

    /// <summary>Loads the directory and prints what was done.</summary>
    /// <returns>Why nothing was loaded, or null.</returns>
    public static async Task<string?> LoadAsync(IServiceProvider services, string directory, TextWriter output, CancellationToken cancel)
    {
        await services.GetRequiredService<SiteSettings>().RefreshAsync(services.GetRequiredService<SettingHistory>(), cancel);
        var report = await services.GetRequiredService<SeedLoader>().LoadAsync(directory, services.GetRequiredService<SiteSettings>().Zone, cancel);
        if (report.Problems.Count > 0)
        {
            return $"Nothing was loaded: {report.Problems.Count} problem(s).{Environment.NewLine}{string.Join(Environment.NewLine, report.Problems)}";
        }

        await output.WriteLineAsync($"{report.Articles} articles, {report.NewArticles} of them new; {report.NewComments} new comments; {report.Changes} other rows written.");
        return null;
    }
}
