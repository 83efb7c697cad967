using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsSite.Data;
using NewsSite.Email;

namespace NewsSite.Browser.Tests;

/// <summary>Where readers meet the paper: one site and one browser for all tests.</summary>
public sealed partial class Newsstand : IAsyncLifetime
{
    /// <summary>How long anything may take before a test calls it missing, in milliseconds.</summary>
    private const float Patience = 60_000;

    private static readonly string? Chromium = Environment.GetEnvironmentVariable("NEWSSITE_TEST_CHROMIUM");

    private Newsroom? room;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Visits? visits;
    private Cast? cast;
    private HtmlChecker? checker;

    /// <summary>False where no browser was named; then the tests say so and skip.</summary>
    public static bool IsOpen => !string.IsNullOrEmpty(Chromium);

    /// <summary>The site's address without a trailing slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>True for a publication of which nothing is there yet.</summary>
    public bool IsEmpty { get; init; }

    private Newsroom Room => room ??= new Newsroom { IsEmpty = IsEmpty };

    /// <summary>What was seen on each page.</summary>
    public Visits Visits => visits ??= new Visits(this);

    /// <summary>The people of the tests.</summary>
    public Cast Cast => LazyInitializer.EnsureInitialized(ref cast, () => new Cast(this));

    /// <summary>What the HTML checker says of each page.</summary>
    public HtmlChecker Checker => checker ??= new HtmlChecker(Address);

    public async ValueTask InitializeAsync()
    {
        if (!IsOpen)
        {
            return;
        }

        // A busy machine is no fault of the page's; a wait that succeeds costs nothing more.
        Assertions.SetDefaultExpectTimeout(Patience);
        Address = await Room.OpenAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-gpu"],
        });
    }

    /// <summary>The same place by its name: what belongs to a person, a passkey above all, is bound to names, not to numbers.</summary>
    public string NamedAddress => Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Asks the site's database.</summary>
    public Task<T> InDatabase<T>(Func<NewsDbContext, Task<T>> work) => Room.InDatabase(work);

    /// <summary>The address a start without an administrator prints.</summary>
    public Task<string> FirstLinkAsync() => Room.FirstLinkAsync();

    /// <summary>The cookie of somebody signed in.</summary>
    public Task<(string Name, string Value)> CookieOfAsync(Person person) => Room.CookieOfAsync(person.Id);

    /// <summary>The path of the confirming link in the latest mail to somebody.</summary>
    public async Task<string> MailedLinkAsync(string recipient)
    {
        var text = await InDatabase(db => db.Outbox.Where(m => m.Kind == MailKind.Confirm && m.Recipient == recipient).OrderByDescending(m => m.Id).Select(m => m.Text).FirstAsync());
        return ConfirmingLink().Match(text) is { Success: true } link ? new Uri(link.Value).PathAndQuery : throw new InvalidOperationException(text);
    }

    /// <summary>A reader with a browser profile of their own and nothing in its cache.</summary>
    public Task<Reader> WelcomeAsync(int width = Reader.Desktop, bool script = true) => WelcomeAsync(Address, width, script);

    /// <summary>Somebody who comes to say something or to sign in.</summary>
    public async Task<Reader> WelcomeWriterAsync(bool script = true)
    {
        var writer = await WelcomeAsync(NamedAddress, Reader.Desktop, script);
        await writer.BringAxeAsync();
        return writer;
    }

    private async Task<Reader> WelcomeAsync(string address, int width, bool script)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(Patience);
        return new Reader(context, await context.NewPageAsync(), address);
    }

    public async ValueTask DisposeAsync()
    {
        checker?.Dispose();
        cast?.Dispose();
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (room is not null)
        {
            await room.DisposeAsync();
        }
    }

    [GeneratedRegex(@"https?://\S+/confirm\?\S+")]
    private static partial Regex ConfirmingLink();
}
