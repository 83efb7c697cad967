using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Web.Tests;

/// <summary>People sign in with more or other than a password, on either database.</summary>
public abstract class AccountKeyPages(Newsroom newsroom)
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passkey_is_added_named_used_and_removed()
    {
        using var device = new SoftwareAuthenticator();
        using var browser = await newsroom.SignedIn("Keyring Kai");
        using var added = await Add(browser, device, "Old phone");
        var list = await browser.GetStringAsync("/account/passkeys", cancel);
        var id = Regex.Match(list, "name=\"id\" value=\"([^\"]+)\"").Groups[1].Value;
        using var renamed = await Post(browser, "/account/passkeys", "/account/passkeys/rename", ("id", id), ("name", "New phone"));

        using var stranger = newsroom.Browser();
        using var entered = await Enter(stranger, device, ("returnUrl", "/corrections"));
        var overview = await stranger.GetStringAsync("/account", cancel);
        using var removed = await Post(browser, "/account/passkeys", "/account/passkeys/remove", ("id", id));
        using var again = newsroom.Browser();
        using var refused = await Enter(again, device);

        Assert.Equal("/account/passkeys?done=1", added.Headers.Location?.ToString());
        Assert.Contains("value=\"Old phone\"", list, StringComparison.Ordinal);
        Assert.Contains("passkey or the authenticator code", await newsroom.Mail(Visitors.AddressOf("Keyring Kai")), StringComparison.Ordinal);
        Assert.Equal("/corrections", entered.Headers.Location?.ToString());
        Assert.Contains("Keyring Kai", overview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task A_passkey_takes_the_password_first_and_an_answer_to_our_own_question()
    {
        using var device = new SoftwareAuthenticator();
        using var browser = await newsroom.SignedIn("Careful Cleo");

        using var wrong = await Post(browser, "/account/passkeys", "/account/passkeys/options", ("password", "not this one at all"));
        using var unasked = await Post(browser, "/account/passkeys", "/account/passkeys/add", ("credential", "{}"), ("name", "x"));
        using var options = await Post(browser, "/account/passkeys", "/account/passkeys/options", ("password", Visitors.Password));
        var answer = device.Create(await options.Content.ReadAsStringAsync(cancel), "https://elsewhere.example");
        using var elsewhere = await Post(browser, "/account/passkeys", "/account/passkeys/add", ("credential", answer), ("name", "x"));
        using var stranger = newsroom.Browser();
        using var nonsense = await Post(stranger, "/account/sign-in", "/account/passkey", ("credential", "nonsense"));

        Assert.All([wrong, unasked, elsewhere, nonsense], r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Contains("not the password", await wrong.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.False(await newsroom.InDatabase(db => db.UserPasskeys.AnyAsync(p => db.Accounts.Any(a => a.Id == p.UserId && a.DisplayName == "Careful Cleo"), cancel)));
    }

    [Fact]
    public async Task A_code_is_asked_for_after_the_password_and_recovery_codes_work_once()
    {
        using var browser = await newsroom.SignedIn("Twice Tess");
        using var begun = await Post(browser, "/account/authenticator", "/account/authenticator/begin", ("password", Visitors.Password));
        var setup = await browser.GetStringAsync("/account/authenticator", cancel);
        var key = Regex.Match(setup, "account-secret\" dir=\"ltr\">([A-Z2-7 ]+)<").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        using var wrong = await browser.Submit("/account/authenticator", ("code", "12"));
        using var on = await browser.Submit("/account/authenticator", ("code", CodeOf(key)));
        var codes = Regex.Matches(await on.Content.ReadAsStringAsync(cancel), "<li><code>([^<]+)</code>").Select(m => m.Groups[1].Value).ToList();

        using var visitor = newsroom.Browser();
        using var password = await visitor.SignIn(Visitors.AddressOf("Twice Tess"));
        using var notYet = await visitor.GetAsync("/account", cancel);
        using var bad = await visitor.Submit("/account/code", ("code", "12"));
        using var good = await visitor.Submit("/account/code", ("code", CodeOf(key)), ("remember", "true"));
        using var ended = await visitor.Submit("/account/sign-out");
        using var remembered = await visitor.SignIn(Visitors.AddressOf("Twice Tess"));

        Assert.Contains("<path d=\"M", setup, StringComparison.Ordinal);
        Assert.Contains("otpauth://totp/", setup, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(10, codes.Count);
        Assert.StartsWith("/account/code", password.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, notYet.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Equal("/account", good.Headers.Location?.ToString());
        Assert.Equal("/account", remembered.Headers.Location?.ToString());
        for (var i = 0; i < 2; i++)
        {
            using var lost = newsroom.Browser();
            using var first = await lost.SignIn(Visitors.AddressOf("Twice Tess"));
            using var recovered = await lost.Submit("/account/recovery", ("code", $" {codes[0].ToLowerInvariant()} "));
            Assert.Equal(i == 0 ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, recovered.StatusCode);
        }

        using var off = await Post(browser, "/account/authenticator", "/account/authenticator/off", ("password", Visitors.Password));
        using var plain = newsroom.Browser();
        using var simple = await plain.SignIn(Visitors.AddressOf("Twice Tess"));
        Assert.Equal(HttpStatusCode.SeeOther, off.StatusCode);
        Assert.Equal("/account", simple.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/account/code")]
    [InlineData("/account/recovery")]
    public async Task The_second_step_is_nobodys_without_the_first(string path)
    {
        using var browser = newsroom.Browser();
        using var answer = await browser.GetAsync(path, cancel);
        Assert.Equal("/account/sign-in", answer.Headers.Location?.ToString());
    }

    private async Task<HttpResponseMessage> Add(HttpClient browser, SoftwareAuthenticator device, string name)
    {
        using var options = await Post(browser, "/account/passkeys", "/account/passkeys/options", ("password", Visitors.Password));
        return await Post(browser, "/account/passkeys", "/account/passkeys/add", ("credential", device.Create(await options.Content.ReadAsStringAsync(cancel))), ("name", name));
    }

    private async Task<HttpResponseMessage> Enter(HttpClient browser, SoftwareAuthenticator device, params (string Name, string Value)[] more)
    {
        using var options = await Post(browser, "/account/sign-in", "/account/passkey/options");
        return await Post(browser, "/account/sign-in", "/account/passkey", [("credential", device.Get(await options.Content.ReadAsStringAsync(cancel))), .. more]);
    }

    /// <summary>Sends what a form on one page sends to another.</summary>
    private async Task<HttpResponseMessage> Post(HttpClient browser, string page, string path, params (string Name, string Value)[] fields)
    {
        var token = Regex.Match(await browser.GetStringAsync(page, cancel), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Origin", "http://localhost");
        return await browser.SendAsync(request, cancel);
    }

    /// <summary>What an authenticator shows now (RFC 6238). The framework checks codes by the machine's clock, so this reads it too.</summary>
    private static string CodeOf(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238 says SHA-1, and authenticators know no other.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7fffffff) % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}

public sealed class AccountKeyPagesOnSqlite(SqliteNewsroom newsroom) : AccountKeyPages(newsroom);

[Trait("Database", "PostgreSQL")]
public sealed class AccountKeyPagesOnPostgres : AccountKeyPages
{
    public AccountKeyPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
