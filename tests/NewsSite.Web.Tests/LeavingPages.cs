using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Email;

namespace NewsSite.Web.Tests;

/// <summary>People take along what the site holds on them, and leave, on either database, as a browser without script would.</summary>
public abstract class LeavingPages(Newsroom newsroom)
{
    private const string Password = "three words and a river";

    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;
    private readonly People people = new(newsroom);

    [Theory]
    [InlineData("/account/export")]
    [InlineData("/account/delete")]
    [InlineData("/account/keep")]
    public async Task Nobody_gets_there_without_signing_in(string address)
    {
        using var stranger = newsroom.Browser();

        using var response = await stranger.GetAsync(address, cancel);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith("/account/sign-in", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_is_a_file_for_its_owner_alone()
    {
        var account = await people.Account("Exporting");
        using var browser = await SignedIn(account);

        using var file = await Press(browser, "/account/export");

        Assert.Equal((HttpStatusCode.OK, "application/json"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(file.Headers.CacheControl!.NoStore);
        using var document = JsonDocument.Parse(await file.Content.ReadAsStringAsync(cancel));
        Assert.Equal(account.Email, document.RootElement.GetProperty("account").GetProperty("email").GetString());
    }

    [Fact]
    public async Task Deletion_wants_the_name_is_told_by_mail_and_can_be_thought_better_of()
    {
        var account = await people.Account("Leaving");
        using var browser = await SignedIn(account);

        using var wrong = await Press(browser, "/account/delete", ("name", "Somebody else"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("not the name of the account", await wrong.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Null(await Asked(account));

        using var asked = await Press(browser, "/account/delete", ("name", account.DisplayName.ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        Assert.NotNull(await Asked(account));
        Assert.Equal(1, await newsroom.InDatabase(db => db.Outbox.CountAsync(m => m.Kind == MailKind.Account && m.Recipient == account.Email && m.Text.Contains("/account/delete"), cancel)));

        using var kept = await Press(browser, "/account/delete", "/account/keep", []);
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.Null(await Asked(account));
    }

    private Task<DateTime?> Asked(Account account) => newsroom.InDatabase(db => db.Accounts.Where(a => a.Id == account.Id).Select(a => a.DeletionAskedAt).SingleAsync(cancel));

    private async Task<HttpClient> SignedIn(Account account)
    {
        await using (var scope = newsroom.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var stored = await users.FindByEmailAsync(account.Email!);
            await users.RemovePasswordAsync(stored!);
            Assert.True((await users.AddPasswordAsync(stored!, Password)).Succeeded);
        }

        var browser = newsroom.Browser();
        using var response = await Press(browser, "/account/sign-in", ("email", account.Email!), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return browser;
    }

    /// <summary>Opens a page and sends its form.</summary>
    private async Task<HttpResponseMessage> Press(HttpClient browser, string page, params (string Name, string Value)[] fields) => await Press(browser, page, page, fields);

    private async Task<HttpResponseMessage> Press(HttpClient browser, string page, string to, params (string Name, string Value)[] fields)
    {
        var token = Regex.Match(await browser.GetStringAsync(page, cancel), @"name=""__RequestVerificationToken"" type=""hidden"" value=""([^""]+)""").Groups[1].Value;
        return await browser.PostAsync(to, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]), cancel);
    }
}

public sealed class LeavingPagesOnSqlite(SqliteNewsroom newsroom) : LeavingPages(newsroom)
{
    [Fact]
    public async Task An_account_is_made_from_a_shell()
    {
        var directory = Directory.CreateTempSubdirectory("newssite-command").FullName;
        try
        {
            Assert.Equal((0, ""), await Run(directory, "", "migrate"));
            string[] add = ["account", "add", "--email", "chief@example.org", "--name", "Chief Olha", "--role", "administrator", "--password-stdin"];
            Assert.Equal((0, ""), await Run(directory, "a long enough password\n", add));
            var (again, why) = await Run(directory, "a long enough password\n", [.. add[..5], "Another Olha", .. add[6..]]);
            Assert.Equal(1, again);
            Assert.Contains("already", why, StringComparison.Ordinal);
            Assert.Equal(2, (await Run(directory, "", "account", "add", "--email", "x@example.org")).Code);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<(int Code, string Error)> Run(string directory, string input, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NewsSite.Web.dll"), .. words])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory,
            Environment = { ["Storage__Directory"] = directory, ["Database__Provider"] = "Sqlite", ["ConnectionStrings__NewsSite"] = "" },
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await output;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error.Trim());
    }
}

[Trait("Database", "PostgreSQL")]
public sealed class LeavingPagesOnPostgres : LeavingPages
{
    public LeavingPagesOnPostgres(PostgresNewsroom newsroom)
        : base(newsroom) => Assert.SkipUnless(PostgresNewsroom.IsThere, "NEWSSITE_TEST_POSTGRES names no server; tests/run starts one.");
}
