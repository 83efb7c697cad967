using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NewsSite.Browser.Tests;

/// <summary>What an article costs a reader who comes for the first time, in bytes on the wire; pictures are not counted.</summary>
public sealed partial class WeightTests(Newsstand newsstand) : BrowserTests(newsstand)
{
    private const long Kilobyte = 1_000;
    private const long PageLimit = 190 * Kilobyte;
    private const long LatinPageLimit = 140 * Kilobyte;
    private const long StyleLimit = 20 * Kilobyte;
    private const long ScriptLimit = 10 * Kilobyte;

    public static TheoryData<string> Articles => [.. PublicAddresses.Articles.Select(a => a.Address)];

    [Theory]
    [MemberData(nameof(Articles))]
    public async Task An_article_is_light_with_nothing_cached(string address)
    {
        await using var reader = await Newsstand.WelcomeAsync();
        var network = await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        var kinds = new Dictionary<string, string>();
        var parts = new List<Part>();
        network.Event("Network.responseReceived").OnEvent += (_, e) =>
            kinds[Id(e)] = e!.Value.GetProperty("type").GetString()!;
        network.Event("Network.loadingFinished").OnEvent += (_, e) =>
            parts.Add(new Part(kinds[Id(e)], (long)e!.Value.GetProperty("encodedDataLength").GetDouble()));
        await network.SendAsync("Network.enable");

        await reader.OpenAsync(address);
        await reader.ReadThroughAsync();
        await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var text = await reader.Page.Locator("main").InnerTextAsync();
        var isLatin = !OtherScripts().IsMatch(text);
        var limit = isLatin ? LatinPageLimit : PageLimit;
        var counted = parts.Where(p => p.Kind != "Image").ToList();
        var total = counted.Sum(p => p.Bytes);
        TestContext.Current.SendDiagnosticMessage($"{address}: {total:N0} of {limit:N0} bytes ({string.Join(", ", counted.GroupBy(p => p.Kind).Select(g => $"{g.Key} {g.Sum(p => p.Bytes):N0}"))})");
        Assert.InRange(Sum("Document"), 1, total);
        Assert.InRange(Sum("Stylesheet"), 1, StyleLimit);
        Assert.InRange(Sum("Script"), 1, ScriptLimit);
        Assert.True(total <= limit, $"{total:N0} bytes, of which {string.Join(", ", counted.GroupBy(p => p.Kind).Select(g => $"{g.Key} {g.Sum(p => p.Bytes):N0}"))}; the limit is {limit:N0}.");

        long Sum(string kind) => counted.Where(p => p.Kind == kind).Sum(p => p.Bytes);
    }

    private static string Id(JsonElement? e) => e!.Value.GetProperty("requestId").GetString()!;

    /// <summary>A letter of another script than Latin.</summary>
    [GeneratedRegex(@"\p{L}(?<![\u0041-\u024F\u1E00-\u1EFF\u02B0-\u02FF])")]
    private static partial Regex OtherScripts();

    private sealed record Part(string Kind, long Bytes);
}
