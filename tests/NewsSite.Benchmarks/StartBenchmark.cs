using System.Globalization;

namespace NewsSite.Benchmarks;

/// <summary>How long after its start the site shows a page, on a database that is there.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        using var data = await SiteData.CreateAsync();
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var site = await SiteProcess.StartAsync(data, "/");
            times.Add(site.TimeToFirstPage.TotalSeconds);
        }

        Console.WriteLine($"{Machine.Describe()}.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"From the start of the process to the whole front page: {Measure.Middle(times):0.00} s, the median of {Rounds} ({times.Min():0.00} to {times.Max():0.00} s)."));
        return 0;
    }
}
