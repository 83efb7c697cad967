using Microsoft.Playwright;

namespace NewsSite.Browser.Tests;

/// <summary>What moves under a reader's eyes when the fonts come late.</summary>
public sealed class LayoutShiftTests(Newsstand newsstand) : BrowserTests(newsstand)
{
    private const double Limit = 0.02;

    public static TheoryData<string, int> Articles => new(
        from address in (string[])
        [
            "/2026/11/22/a-library-without-silence", "/2026/11/06/who-owns-noon", "/2026/11/16/leave-the-slow-tram-alone",
            .. PublicAddresses.Articles.Where(a => a.Language != "en").Select(a => a.Address),
        ]
        from width in (int[])[Reader.Phone, Reader.Desktop]
        select (address, width));

    [Theory]
    [MemberData(nameof(Articles))]
    public async Task An_article_stays_in_place_when_its_fonts_come_late(string address, int width)
    {
        await using var reader = await Newsstand.WelcomeAsync(width);
        var page = reader.Page;
        await page.AddInitScriptAsync("""
            window.shifts = [];
            new PerformanceObserver(list => {
              for (const shift of list.getEntries()) {
                if (!shift.hadRecentInput) { shifts.push([shift.value, shift.sources.map(s => s.node?.nodeName + '.' + (s.node?.className ?? s.node?.parentElement?.className)).join(' ')]); }
              }
            }).observe({ type: 'layout-shift', buffered: true });
            """);
        // Held back until the text stands in the substitute, so that the exchange is always seen, however fast the machine.
        var painted = new TaskCompletionSource();
        var faces = 0;
        await page.RouteAsync("**/*.woff2", async route =>
        {
            Interlocked.Increment(ref faces);
            await painted.Task;
            await route.ContinueAsync();
        });

        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        painted.SetResult();
        await page.WaitForLoadStateAsync();
        await reader.ReadThroughAsync();

        var shift = await page.EvaluateAsync<double>("() => shifts.reduce((sum, s) => sum + s[0], 0)");
        var what = await page.EvaluateAsync<string>("() => shifts.map(s => s[0].toFixed(4) + ' ' + s[1]).join('; ')");
        TestContext.Current.SendDiagnosticMessage($"{address} at {width}: {shift:F4} ({faces} faces)");
        Assert.NotEqual(0, faces);
        Assert.True(shift < Limit, $"{shift:F4}: {what}");
    }
}
