using System.Net;
using System.Text.RegularExpressions;

namespace NewsSite.Web.Tests;

/// <summary>Forms of the desk, some of whose fields stand in them more than once.</summary>
internal static partial class DeskForms
{
    /// <summary>Sends a form's fields with the token of the desk.</summary>
    public static Task<HttpResponseMessage> PostForm(this HttpClient browser, string path, params (string Name, string Value)[] fields) => browser.PostFrom("/desk/people/invite", path, fields);

    /// <summary>Sends a form's fields with the token of a page.</summary>
    public static async Task<HttpResponseMessage> PostFrom(this HttpClient browser, string page, string path, params (string Name, string Value)[] fields)
    {
        var token = await browser.AntiforgeryToken(page);
        using var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await browser.PostAsync(path, form, TestContext.Current.CancellationToken);
    }

    /// <summary>The token of a page's form.</summary>
    public static async Task<string> AntiforgeryToken(this HttpClient browser, string page) =>
        WebUtility.HtmlDecode(Token().Match(await browser.GetStringAsync(page, TestContext.Current.CancellationToken)).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
