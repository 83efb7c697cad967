using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks;

/// <summary>What a server did under load.</summary>
/// <param name="RequestsPerSecond">Answers in a second.</param>
/// <param name="Median">Half of the answers came within so many milliseconds.</param>
/// <param name="Slowest">99 of 100 did.</param>
internal readonly record struct Measure(double RequestsPerSecond, double Median, double Slowest)
{
    /// <summary>The median of several rounds, each figure by itself.</summary>
    public static Measure Of(IReadOnlyCollection<Measure> rounds) =>
        new(Middle(rounds.Select(r => r.RequestsPerSecond)), Middle(rounds.Select(r => r.Median)), Middle(rounds.Select(r => r.Slowest)));

    public static double Middle(IEnumerable<double> figures)
    {
        var ordered = figures.Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }
}

/// <summary>wrk, with connections kept alive.</summary>
internal static partial class Load
{
    public static async Task<Measure> RunAsync(string url, string? known, int connections, int seconds)
    {
        List<string> arguments = ["-t", "1", "-c", $"{connections}", "-d", $"{seconds}s", "--timeout", "20s", "--latency", "-H", $"Accept-Encoding: {CapturedAnswer.AcceptEncoding}"];
        if (known is not null)
        {
            arguments.AddRange(["-H", $"If-None-Match: {known}"]);
        }

        var report = await Machine.RunLoadAsync("wrk", [.. arguments, url]);
        if (report.Contains("Non-2xx", StringComparison.Ordinal) || report.Contains("Socket errors", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Some requests failed, so the figures say nothing:\n{report}");
        }

        return new Measure(
            double.Parse(RequestsPerSecond().Match(report).Groups[1].Value, CultureInfo.InvariantCulture),
            Milliseconds(Median().Match(report)),
            Milliseconds(Slowest().Match(report)));
    }

    private static double Milliseconds(Match match)
    {
        var figure = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch { "us" => figure / 1_000, "ms" => figure, _ => figure * 1_000 };
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RequestsPerSecond();

    [GeneratedRegex(@"\s50%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Median();

    [GeneratedRegex(@"\s99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Slowest();
}
