using System.Globalization;

namespace NewsSite.Benchmarks;

/// <summary>How long after its start the site shows a page, on a database that is there.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        await using var data = await SiteData.CreateAsync();
        Console.WriteLine($"{Machine.Describe()}.");
        await MeasureAsync(data, "the build", SiteProcess.Assembly, SiteProcess.ContentRoot);
        var published = Path.Combine(data.Directory, "published");
        await Machine.RunAsync("dotnet", ["publish", SiteProcess.ContentRoot, "-c", "Release", "-o", published, "--no-restore"], SiteProcess.ContentRoot, new Dictionary<string, string>());
        await MeasureAsync(data, "what is published", Path.Combine(published, "NewsSite.Web.dll"), published);
        return 0;
    }

    private static async Task MeasureAsync(SiteData data, string what, string assembly, string contentRoot)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var site = await SiteProcess.StartAsync(data, "/", assembly: assembly, contentRoot: contentRoot);
            times.Add(site.TimeToFirstPage.TotalSeconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"From the start of {what} to the whole front page: {Measure.Middle(times):0.00} s, the median of {Rounds} ({times.Min():0.00} to {times.Max():0.00} s)."));
    }
}
