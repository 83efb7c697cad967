using System.Collections.Concurrent;
using System.Net;

namespace NewsSite.Browser.Tests;

/// <summary>
/// Looks at each page once and remembers what was seen. Each test asks about one thing; loading a page for each of them would take the suite
/// minutes. The four appearances are made by changing the window and the colour scheme of the loaded page.
/// </summary>
public sealed class Visits(Newsstand newsstand)
{
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
            await reader.BringAxeAsync();
        }

        reader.StartOver();
        var response = await reader.OpenAsync(address);
        var look = await reader.LookAsync();
        await reader.ReadThroughAsync();
        var visit = new Visit((HttpStatusCode)response.Status, look.Violations, look.Overflows, reader.Errors, reader.Strangers, await reader.CookiesAsync());
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
