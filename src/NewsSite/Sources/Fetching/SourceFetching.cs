using System.Net;

namespace NewsSite.Sources.Fetching;

/// <summary>How an original is fetched.</summary>
public sealed record FetchRules
{
    /// <summary>Networks beyond the public one, on any port; none unless an operator says so.</summary>
    public IReadOnlyList<IPNetwork> Allowed { get; init; } = [];

    /// <summary>What the server calls itself to others.</summary>
    public string Agent { get; init; } = "NewsSite";

    /// <summary>So many times a page may lead on to another.</summary>
    public int MostRedirects { get; init; } = 5;

    /// <summary>The most bytes read, unpacked.</summary>
    public int MostBytes { get; init; } = 5_000_000;

    /// <summary>All of it takes no longer.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(15);
}

/// <summary>Fetches the page an original appeared on and reads out what it says. Keeps nothing.</summary>
public sealed class SourceFetching : IDisposable
{
    /// <summary>So many pages are fetched and read at once; a page made to be slow to read holds no more of the server than that.</summary>
    private const int AtOnce = 2;

    private readonly FetchRules rules;
    private readonly TimeProvider clock;
    private readonly HttpClient client;
    private readonly SemaphoreSlim places = new(AtOnce);

    /// <summary>Makes it.</summary>
    public SourceFetching(FetchRules rules, TimeProvider clock)
    {
        (this.rules, this.clock) = (rules, clock);
        // The clock of the site ends it, and everything after the headers too.
        client = new HttpClient(new GuardedConnection(rules.Allowed).Handler()) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Fetches an address.</summary>
    public async Task<FetchOutcome> FetchAsync(string address, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(rules.Limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            await places.WaitAsync(both.Token);
            Task<FetchOutcome>? reading = null;
            try
            {
                var (page, why) = await PageAsync(address, both.Token);
                if (page is null)
                {
                    return new FetchOutcome(null, why);
                }

                reading = SourceReader.ReadAsync(page);
                return await reading.WaitAsync(both.Token);
            }
            finally
            {
                // What cannot be ended keeps its place until it has ended itself.
                _ = (reading ?? Task.CompletedTask).ContinueWith(_ => places.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new FetchOutcome(null, FetchRefusal.TooSlow);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or InvalidDataException)
        {
            return new FetchOutcome(null, Chain(problem).OfType<NotPublicException>().FirstOrDefault() is not { } refused ? FetchRefusal.Unreachable : refused.IsPort ? FetchRefusal.AddressUnfit : FetchRefusal.NotPublic);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        places.Dispose();
    }

    private async Task<(FetchedPage? Page, FetchRefusal Why)> PageAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || !IsFit(uri))
        {
            return (null, FetchRefusal.AddressUnfit);
        }

        for (var step = 0; step <= rules.MostRedirects; step++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.TryAddWithoutValidation("User-Agent", rules.Agent);
            request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml;q=0.9");
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } next)
            {
                if (!Uri.TryCreate(uri, next, out var on) || !IsFit(on))
                {
                    return (null, FetchRefusal.AddressUnfit);
                }

                uri = on;
                continue;
            }

            if (!answer.IsSuccessStatusCode)
            {
                return (null, FetchRefusal.NotShown);
            }

            if (answer.Content.Headers.ContentType?.MediaType is not ("text/html" or "application/xhtml+xml"))
            {
                return (null, FetchRefusal.NotAPage);
            }

            return await BytesAsync(answer.Content, cancel) is { } bytes
                ? (new FetchedPage(uri, PageEncoding.Decode(bytes, answer.Content.Headers.ContentType.CharSet)), default)
                : (null, FetchRefusal.TooLarge);
        }

        return (null, FetchRefusal.TooManyRedirects);
    }

    private async Task<byte[]?> BytesAsync(HttpContent content, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > rules.MostBytes)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var kept = new MemoryStream();
        var buffer = new byte[32_768];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (kept.Length + read > rules.MostBytes)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static bool IsFit(Uri uri) => uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0 && uri.OriginalString.Length <= Text.LinkAddress.MaxLength;

    private static IEnumerable<Exception> Chain(Exception? problem)
    {
        for (; problem is not null; problem = problem.InnerException)
        {
            yield return problem;
        }
    }
}

/// <summary>A page as it came.</summary>
/// <param name="Address">Where it was in the end.</param>
/// <param name="Html">Its markup.</param>
internal sealed record FetchedPage(Uri Address, string Html);
