using System.Net;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Sources.Fetching;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Tests;

/// <summary>Pages are fetched from a real server, and from nowhere else than they may.</summary>
public sealed class SourceFetchingTests : IAsyncLifetime
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider clock = new(Newsroom.Now);
    private OriginalsServer server = null!;

    public async ValueTask InitializeAsync() => server = await OriginalsServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_page_is_read_out_and_the_server_told_nothing_but_who_asks()
    {
        using var fetching = Fetching("127.0.0.1/32");

        var (found, why) = await fetching.FetchAsync($"{server.Address}article", cancel);
        await fetching.FetchAsync($"{server.Address}article", cancel);

        Assert.Null(why);
        Assert.Equal(("Most, którego nikt nie chce", "Halina Wrzos", "pl"), (found!.Title, found.Author, found.Language));
        Assert.Equal(new DateOnly(2026, 10, 3), found.PublishedOn);
        var paragraphs = found.Text.Split('\n');
        Assert.StartsWith("Od dwudziestu lat", paragraphs[0], StringComparison.Ordinal);
        Assert.Contains("[Uchwała](https://rada.example/uchwala?id=7)", paragraphs[1], StringComparison.Ordinal);
        Assert.Equal(4, paragraphs.Length);
        Assert.Equal(2, server.Asked.Count);
        Assert.All(server.Asked, a => Assert.Equal("NewsSite (+https://news.example)", a.Headers.UserAgent));
        Assert.All(server.Asked, a => Assert.Equal(0, a.Headers.Cookie.Count));
        Assert.All(server.Asked, a => Assert.Equal(0, a.Headers.Authorization.Count));
    }

    [Fact]
    public async Task A_page_in_an_old_encoding_is_read()
    {
        using var fetching = Fetching("127.0.0.1/32");
        Assert.Equal("Міст, якого ніхто не хоче", (await fetching.FetchAsync($"{server.Address}cyrillic", cancel)).Found?.Title);
    }

    [Fact]
    public async Task Nothing_is_fetched_from_this_machine_unless_an_operator_says_so()
    {
        using var fetching = Fetching();
        foreach (var host in new[] { "127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001", "127.1", "[::]", "169.254.169.254", "10.0.0.1" })
        {
            Assert.Equal((host, FetchRefusal.NotPublic), (host, (await fetching.FetchAsync($"http://{host}:{server.Port}/article", cancel)).Why));
            Assert.Equal((host, FetchRefusal.NotPublic), (host, (await fetching.FetchAsync($"http://{host}/article", cancel)).Why));
        }

        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.2/")]
    [InlineData("http://localhost/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[::1]:8080/")]
    [InlineData("//169.254.169.254/latest/meta-data/")]
    public async Task A_page_that_leads_on_into_a_private_network_is_not_followed(string address)
    {
        using var fetching = Fetching("127.0.0.1/32");
        // "localhost" may be the address that is allowed here, and is then asked on a port nobody listens at.
        Assert.Contains((await fetching.FetchAsync($"{server.Address}to?address={Uri.EscapeDataString(address)}", cancel)).Why, address.Contains("localhost", StringComparison.Ordinal) ? new FetchRefusal?[] { FetchRefusal.NotPublic, FetchRefusal.Unreachable } : [FetchRefusal.NotPublic]);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://files.example/")]
    [InlineData("gopher://old.example/")]
    [InlineData("http://name:word@news.example/")]
    [InlineData("http://8.8.8.8:8080/")]
    [InlineData("http://8.8.8.8:22/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/desk")]
    [InlineData("")]
    [InlineData("http://")]
    [InlineData("http:///x")]
    [InlineData("http://[")]
    [InlineData("\0")]
    public async Task What_is_no_address_of_a_page_is_not_asked_for(string address)
    {
        using var fetching = Fetching();
        Assert.Equal(FetchRefusal.AddressUnfit, (await fetching.FetchAsync(address, cancel)).Why);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://a:b@127.0.0.1/")]
    public async Task Nor_is_it_when_a_page_leads_on_to_it(string address)
    {
        using var fetching = Fetching("127.0.0.1/32");
        Assert.Equal(FetchRefusal.AddressUnfit, (await fetching.FetchAsync($"{server.Address}to?address={Uri.EscapeDataString(address)}", cancel)).Why);
    }

    [Theory]
    [InlineData("hops/3", null)]
    [InlineData("hops/4", null)]
    [InlineData("hops/5", FetchRefusal.TooManyRedirects)]
    [InlineData("gone", FetchRefusal.NotShown)]
    [InlineData("picture", FetchRefusal.NotAPage)]
    [InlineData("large", FetchRefusal.TooLarge)]
    [InlineData("bomb", FetchRefusal.TooLarge)]
    [InlineData("nothing", FetchRefusal.NothingFound)]
    [InlineData("deep/2000", null)]
    [InlineData("deep/900000", FetchRefusal.NothingFound)]
    public async Task Whatever_goes_wrong_has_its_reason(string path, FetchRefusal? why)
    {
        using var fetching = Fetching("127.0.0.1/32");
        Assert.Equal(why, (await fetching.FetchAsync($"{server.Address}{path}", cancel)).Why);
    }

    [Fact]
    public async Task A_server_that_never_ends_is_left()
    {
        using var fetching = Fetching("127.0.0.1/32");
        var asked = fetching.FetchAsync($"{server.Address}slow", cancel);
        await server.Waiting.Task.WaitAsync(cancel);

        clock.Advance(TimeSpan.FromSeconds(16));

        Assert.Equal(FetchRefusal.TooSlow, (await asked).Why);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_said_so()
    {
        using var fetching = Fetching("127.0.0.1/32");
        Assert.Equal(FetchRefusal.Unreachable, (await fetching.FetchAsync("http://127.0.0.1:1/", cancel)).Why);
    }

    [Fact]
    public void It_is_off_unless_an_operator_turns_it_on_and_a_network_that_is_none_stops_the_start()
    {
        Assert.False(new DeskSettings().FetchSources);
        Assert.Empty(new DeskSettings().FetchNetworks);
        Assert.Equal(2, new DeskSettings { FetchFrom = "10.1.0.0/16 fd12::/16" }.FetchNetworks.Count);
    }

    private SourceFetching Fetching(params string[] allowed) => new(new FetchRules { Allowed = [.. allowed.Select(n => IPNetwork.Parse(n))], Agent = "NewsSite (+https://news.example)" }, clock);
}
