using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts;
using NewsSite.Data;

namespace NewsSite.Web.Tests;

/// <summary>People with accounts, and the forms they fill in as a browser without script would.</summary>
internal static partial class Visitors
{
    public const string Password = "correct horses stay put";

    /// <summary>A browser signed in to a fresh, confirmed account of that name; its address is <see cref="AddressOf"/> the name.</summary>
    public static async Task<HttpClient> SignedIn(this Newsroom newsroom, string name, params AccountRole[] roles)
    {
        await newsroom.Account(name, roles);
        var browser = newsroom.Browser();
        using var answer = await browser.SignIn(AddressOf(name));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return browser;
    }

    /// <summary>A fresh, confirmed account that nobody is signed in to.</summary>
    /// <returns>Its key.</returns>
    public static async Task<int> Account(this Newsroom newsroom, string name, params AccountRole[] roles)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        var now = newsroom.Clock.GetUtcNow().UtcDateTime;
        var account = new Account(name, now) { UserName = AddressOf(name), Email = AddressOf(name), EmailConfirmed = true };
        account.OwnName();
        foreach (var role in roles)
        {
            account.Grant(role, now);
        }

        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        Assert.True(made.Succeeded, $"{made}");
        return account.Id;
    }

    public static string AddressOf(string name) => $"{name.ToLowerInvariant().Replace(' ', '.')}@example.org";

    public static Task<HttpResponseMessage> SignIn(this HttpClient browser, string email, string password = Password, params (string Name, string Value)[] more) =>
        browser.Submit("/account/sign-in", [("email", email), ("password", password), .. more]);

    /// <summary>Opens a page, fills in its form and sends it with whatever hidden fields it has.</summary>
    /// <param name="browser">Who does.</param>
    /// <param name="path">The page.</param>
    /// <param name="fields">What is typed.</param>
    public static async Task<HttpResponseMessage> Submit(this HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var cancel = TestContext.Current.CancellationToken;
        var page = await browser.GetStringAsync(path, cancel);
        var typed = fields.ToDictionary(f => f.Name, f => f.Value);
        foreach (Match hidden in Hidden().Matches(page))
        {
            typed.TryAdd(hidden.Groups["name"].Value, WebUtility.HtmlDecode(hidden.Groups["value"].Value));
        }

        return await browser.PostAsync(path, new FormUrlEncodedContent(typed), cancel);
    }

    /// <summary>Fills in a form that stands on another page than the one it is sent to.</summary>
    public static async Task<HttpResponseMessage> Submit(this HttpClient browser, string to, string form, params (string Name, string Value)[] fields)
    {
        var cancel = TestContext.Current.CancellationToken;
        var typed = fields.ToDictionary(f => f.Name, f => f.Value);
        foreach (Match hidden in Hidden().Matches(await browser.GetStringAsync(form, cancel)))
        {
            typed.TryAdd(hidden.Groups["name"].Value, WebUtility.HtmlDecode(hidden.Groups["value"].Value));
        }

        return await browser.PostAsync(to, new FormUrlEncodedContent(typed), cancel);
    }

    /// <summary>The link in the latest mail to an address.</summary>
    public static async Task<string> Link(this Newsroom newsroom, string address) =>
        new Uri(Regex.Match(await newsroom.Mail(address), @"https?://\S+").Value).PathAndQuery;

    /// <summary>The text of the latest mail to an address.</summary>
    public static async Task<string> Mail(this Newsroom newsroom, string address)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NewsDbContext>().Outbox
            .Where(m => m.Recipient == address).OrderByDescending(m => m.Id).Select(m => m.Text).FirstAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<input(?=[^>]*type=\"hidden\")(?=[^>]*name=\"(?<name>[^\"]+)\")(?=[^>]*value=\"(?<value>[^\"]*)\")[^>]*>")]
    private static partial Regex Hidden();
}
