using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NewsSite.Browser.Tests;

/// <summary>How a page looks at both widths, by day and by night.</summary>
/// <param name="Violations">What axe objects to, in any appearance.</param>
/// <param name="Overflows">Where the page is wider than the window.</param>
public sealed record Look(IReadOnlyList<string> Violations, IReadOnlyList<string> Overflows)
{
    /// <summary>axe itself; a page that runs no script cannot be asked.</summary>
    public static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Runs axe and returns only what it objects to. The library's own call brings all that passed over the wire too, in a second page it opens
    /// for that: three times the cost of a visit.
    /// </summary>
    private const string Objections = """
        async rules => {
          const found = await axe.run(document, { resultTypes: ['violations', 'incomplete'], ...(rules.length ? { runOnly: rules } : {}) });
          const say = (v, n) => `${v.id} at ${n.target}: ${n.html}`;
          // Text in the very colour of its ground is what axe is not sure of; here nothing is hidden that way.
          const unseen = found.incomplete.filter(v => v.id === 'color-contrast').flatMap(v => v.nodes.filter(n => n.any.some(c => c.data?.messageKey === 'equalRatio')).map(n => say(v, n)));
          return found.violations.flatMap(v => v.nodes.map(n => say(v, n))).concat(unseen);
        }
        """;

    private static readonly string[] EveryRule = [];

    /// <summary>Nothing else changes between light and dark.</summary>
    private static readonly string[] RulesOfColour = ["color-contrast", "link-in-text-block"];

    /// <summary>Looks at a page that is loaded; it ends wide and light, as it began.</summary>
    public static async Task<Look> AtAsync(Reader reader)
    {
        var page = reader.Page;
        var (violations, overflows) = (new List<string>(), new List<string>());
        foreach (var width in (int[])[Reader.Phone, Reader.Desktop])
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
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

        return new Look(violations, overflows);
    }
}
