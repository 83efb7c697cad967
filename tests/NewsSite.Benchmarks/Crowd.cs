using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks;

/// <summary>Many people signed in at once, each from a network of the loopback of their own, so that limits per network meet them as they meet readers.</summary>
internal sealed partial class Crowd : IDisposable
{
    private readonly List<HttpClient> people = [];

    private Crowd()
    {
    }

    public static async Task<Crowd> SignInAsync(string url, IReadOnlyList<string> addresses, string password)
    {
        var crowd = new Crowd();
        for (var i = 0; i < addresses.Count; i++)
        {
            var person = Person(url, IPAddress.Parse($"127.1.{i}.1"));
            using var page = await person.GetAsync("/account/sign-in");
            using var form = new FormUrlEncodedContent([
                KeyValuePair.Create("email", addresses[i]), KeyValuePair.Create("password", password),
                KeyValuePair.Create("__RequestVerificationToken", FormToken().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value),
            ]);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = form };
            request.Headers.Add("Cookie", Cookies(page));
            using var answer = await person.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.SeeOther)
            {
                throw new InvalidOperationException($"{addresses[i]} could not sign in: {answer.StatusCode}");
            }

            // By hand, for a cookie for HTTPS alone is not returned by a client on loopback.
            person.DefaultRequestHeaders.Add("Cookie", Cookies(answer));
            crowd.people.Add(person);
        }

        return crowd;
    }

    /// <summary>Posts until the time is over or the site is dead.</summary>
    /// <param name="place">Where.</param>
    /// <param name="pace">How long each waits from one post to the next.</param>
    /// <param name="length">How long it goes on.</param>
    /// <param name="kill">What ends the site when the time is over, while posts are on their way; null to let them arrive.</param>
    public async Task<Posted> PostAsync(Place place, TimeSpan pace, TimeSpan length, Func<Task>? kill)
    {
        var (acknowledged, times, others) = (new ConcurrentBag<string>(), new ConcurrentBag<double>(), 0);
        var began = Stopwatch.GetTimestamp();
        var isOver = false;
        var posting = people.Select((person, i) => Task.Run(async () =>
        {
            // Spread over the first interval, as people would be.
            await Task.Delay(pace * i / people.Count);
            for (var n = 0; !isOver; n++)
            {
                // Unlike every text anywhere else, or it would wait for a moderator as a repeat.
                var text = $"Poster {i} says under article {place.ArticleId} for the {n}th time that the line on the school is **wrong** and that the painters put it there.";
                Dictionary<string, string> fields = new() { ["article"] = $"{place.ArticleId}", ["text"] = text };
                if (n % 2 == 1)
                {
                    fields["parent"] = $"{place.Tops[(i + n) % place.Tops.Count]}";
                }

                var sent = Stopwatch.GetTimestamp();
                try
                {
                    using var form = new FormUrlEncodedContent(fields);
                    using var answer = await person.PostAsync("/comments/new", form);
                    var took = Stopwatch.GetElapsedTime(sent);
                    if (answer.StatusCode == HttpStatusCode.SeeOther)
                    {
                        acknowledged.Add(text);
                        times.Add(took.TotalMilliseconds);
                    }
                    else
                    {
                        Interlocked.Increment(ref others);
                    }
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref others);
                    if (kill is not null)
                    {
                        return;
                    }
                }

                var rest = pace - Stopwatch.GetElapsedTime(sent);
                if (rest > TimeSpan.Zero && !isOver)
                {
                    await Task.Delay(rest);
                }
            }
        })).ToList();
        await Task.Delay(length);
        if (kill is not null)
        {
            await kill();
        }

        isOver = true;
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await Task.WhenAll(posting);
        return new Posted([.. acknowledged], [.. times], others, seconds, kill is not null);
    }

    public void Dispose() => people.ForEach(p => p.Dispose());

    private static string Cookies(HttpResponseMessage answer) =>
        string.Join("; ", answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]) : []);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    private static HttpClient Person(string url, IPAddress from)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var client = new HttpClient(handler) { BaseAddress = new Uri(url) };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }
}

/// <summary>What became of the posts.</summary>
/// <param name="Acknowledged">The texts the site said it took.</param>
/// <param name="Milliseconds">How long each of those took.</param>
/// <param name="Others">Posts answered otherwise, or not at all.</param>
/// <param name="Seconds">How long it went on.</param>
/// <param name="WasKilled">Whether the site was killed in the middle.</param>
internal sealed record Posted(IReadOnlyList<string> Acknowledged, IReadOnlyList<double> Milliseconds, int Others, double Seconds, bool WasKilled);
