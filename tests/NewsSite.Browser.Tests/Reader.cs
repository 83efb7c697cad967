using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NewsSite.Browser.Tests;

/// <summary>Someone at a browser who notices what a page must not do: fail, ask another host for something, leave a cookie.</summary>
public sealed partial class Reader : IAsyncDisposable
{
    public const int Phone = 360;
    public const int Desktop = 1280;

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> errors = [];
    private readonly ConcurrentQueue<string> strangers = [];
    private readonly ConcurrentQueue<IResponse> responses = [];
    private readonly ConcurrentDictionary<string, bool> pages = new();

    public Reader(IBrowserContext context, IPage page, string address)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            // A page that answers 404 is itself reported as a failed resource; any other message is the page's fault. The report can come before the
            // page's own address has changed, so it is held against what was asked for.
            if (message.Type == "error" && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && pages.ContainsKey(AddressOf(message))))
            {
                errors.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        context.RequestFailed += (_, request) => errors.Enqueue($"{request.Url}: {request.Failure}");
        context.Request += (_, request) =>
        {
            if (request.IsNavigationRequest)
            {
                pages.TryAdd(request.Url, true);
            }

            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                strangers.Enqueue(request.Url);
            }
        };
        context.Response += (_, response) => responses.Enqueue(response);
    }

    public IPage Page { get; }

    /// <summary>What the browser called an error so far.</summary>
    public IReadOnlyList<string> Errors => [.. errors];

    /// <summary>Forgets what a journey did to the page itself, as breaking its line.</summary>
    public void ForgetErrors() => errors.Clear();

    /// <summary>What was asked of other hosts so far.</summary>
    public IReadOnlyList<string> Strangers => [.. strangers];

    /// <summary>Forgets what was noticed so far; cookies and cache stay.</summary>
    public void StartOver()
    {
        errors.Clear();
        strangers.Clear();
        responses.Clear();
        pages.Clear();
    }

    /// <summary>Opens a page and waits until it and its fonts are there.</summary>
    public async Task<IResponse> OpenAsync(string address)
    {
        var response = await Page.GotoAsync(address);
        await SettleAsync();
        return response!;
    }

    /// <summary>Waits until every face the page asked for is there and what it changed is laid out.</summary>
    public Task SettleAsync() => Page.EvaluateAsync("async () => { await document.fonts.ready; await new Promise(requestAnimationFrame); }");

    /// <summary>Has axe at hand on every page opened from now on.</summary>
    public Task BringAxeAsync() => Page.AddInitScriptAsync(Look.Axe);

    /// <summary>Looks at the page as it stands.</summary>
    public Task<Look> LookAsync() => Look.AtAsync(this);

    /// <summary>Scrolls to the end, a screen at a time, so that what loads late has been asked for and is there.</summary>
    public async Task ReadThroughAsync()
    {
        await Page.EvaluateAsync("""
            async () => {
              for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
                scrollTo(0, y);
                await new Promise(requestAnimationFrame);
              }
            }
            """);
        await Page.WaitForFunctionAsync("() => [...document.images].every(i => i.complete)");
        await SettleAsync();
    }

    /// <summary>Every cookie that was sent to or is kept by this browser.</summary>
    public async Task<IReadOnlyList<string>> CookiesAsync()
    {
        var found = (await context.CookiesAsync()).Select(c => $"{c.Name} is kept").ToList();
        foreach (var response in responses)
        {
            found.AddRange((await response.HeadersArrayAsync()).Where(h => h.Name.Equals("set-cookie", StringComparison.OrdinalIgnoreCase)).Select(h => $"{response.Url} sets {h.Value}"));
        }

        return found;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    /// <summary>The address a message speaks of, without the line and column behind it.</summary>
    private static string AddressOf(IConsoleMessage message) => Position().Replace(message.Location, "");

    [GeneratedRegex(@"(#.*)?:\d+:\d+$")]
    private static partial Regex Position();
}
