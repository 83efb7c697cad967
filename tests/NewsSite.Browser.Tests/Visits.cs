using System.Collections.Concurrent;
using System.Net;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NewsSite.Browser.Tests;

/// <summary>
/// Looks at each page once and remembers what was seen. Each test asks about one thing; loading a page for each of them would take the suite
/// minutes. The four appearances are made by changing the window and the colour scheme of the loaded page.
/// </summary>
public sealed class Visits(Newsstand newsstand)
{
    /// <summary>
    /// Runs axe and returns only what it objects to. The library's own call brings all that passed over the wire too, in a second page it opens
    /// for that: three times the cost of a visit.
    /// </summary>
    private const string Objections = """
        async rules => {
          const found = await axe.run(document, { resultTypes: ['violations'], ...(rules.length ? { runOnly: rules } : {}) });
          return found.violations.flatMap(v => v.nodes.map(n => `${v.id} at ${n.target}: ${n.html}`));
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] EveryRule = [];

    /// <summary>Nothing else changes between light and dark.</summary>
    private static readonly string[] RulesOfColour = ["color-contrast", "link-in-text-block"];

    private readonly List<string> addresses = [.. PublicAddresses.Looked];
    private readonly ConcurrentDictionary<string, Lazy<Task<Visit>>> made = new();
    private readonly ConcurrentBag<Reader> free = [];

    /// <summary>What was seen there. The next page on the list is begun as well, so that two cores have work.</summary>
    public Task<Visit> To(string address)
    {
        var visit = Begin(address);
        Begin(addresses[(addresses.IndexOf(address) + 1) % addresses.Count]);
        return visit;
    }

    private Task<Visit> Begin(string address) => made.GetOrAdd(address, a => new Lazy<Task<Visit>>(() => LookAsync(a))).Value;

    private async Task<Visit> LookAsync(string address)
    {
        // A browser profile of its own for every page would cost a second each, and handing axe over anew another.
        if (!free.TryTake(out var reader))
        {
            reader = await newsstand.WelcomeAsync();
            await reader.Page.AddInitScriptAsync(Axe);
        }

        reader.StartOver();
        var page = reader.Page;
        await page.SetViewportSizeAsync(Reader.Desktop, 800);
        var response = await reader.OpenAsync(address);
        var violations = new List<string>();
        var overflows = new List<string>();
        foreach (var width in (int[])[Reader.Desktop, Reader.Phone])
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                await reader.SettleAsync();
                var found = await page.EvaluateAsync<string[]>(Objections, scheme == ColorScheme.Light ? EveryRule : RulesOfColour);
                violations.AddRange(found.Select(v => $"{width} {scheme}: {v}"));
            }

            var (content, window) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("document.documentElement.clientWidth"));
            if (content > window)
            {
                overflows.Add($"{content} pixels of content in a window of {window}");
            }
        }

        await reader.ReadThroughAsync();
        var visit = new Visit((HttpStatusCode)response.Status, violations, overflows, reader.Errors, reader.Strangers, await reader.CookiesAsync());
        free.Add(reader);
        return visit;
    }
}

/// <summary>What was seen on a page.</summary>
/// <param name="Status">The answer's status.</param>
/// <param name="Violations">What axe objects to, in any appearance.</param>
/// <param name="Overflows">Where the page is wider than the window.</param>
/// <param name="Errors">What the browser reported.</param>
/// <param name="Strangers">Requests to other hosts.</param>
/// <param name="Cookies">Cookies set or kept.</param>
public sealed record Visit(
    HttpStatusCode Status,
    IReadOnlyList<string> Violations,
    IReadOnlyList<string> Overflows,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Strangers,
    IReadOnlyList<string> Cookies);
