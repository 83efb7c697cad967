using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsSite.Accounts;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>Tests in which people have names, sign in and say something.</summary>
public abstract class PersonalJourneys(Newsstand newsstand) : BrowserTests(newsstand)
{
    /// <summary>Who the tests are about, and what they write under.</summary>
    protected Cast Cast => Newsstand.Cast;

    /// <summary>Somebody with a browser, signed in.</summary>
    protected async Task<(Reader Reader, Person Person)> WelcomeSignedInAsync(string name, bool script = true, params AccountRole[] roles)
    {
        var person = await Cast.EnrolAsync(name, roles);
        var reader = await Newsstand.WelcomeWriterAsync(script);
        await SignInAsync(reader, person);
        return (reader, person);
    }

    /// <summary>Signs in by the page.</summary>
    internal static async Task SignInAsync(Reader reader, Person person)
    {
        await reader.Page.GotoAsync("/account/sign-in");
        await reader.Page.Locator("#email").FillAsync(person.Email);
        await reader.Page.Locator("#password").FillAsync(Cast.Password);
        await reader.Page.Locator("form.reply-form button[type='submit']").ClickAsync();
        await Expect(reader.Page).Not.ToHaveURLAsync(new Regex("sign-in"));
    }

    /// <summary>Nothing to object to by day and night, wide and narrow, and nothing reported; axe cannot be asked where no script runs.</summary>
    protected static async Task IsSoundAsync(Reader reader, bool script = true)
    {
        if (script)
        {
            var look = await reader.LookAsync();
            Assert.True(look.Violations.Count + look.Overflows.Count == 0, $"{reader.Page.Url}: {string.Join("; ", look.Violations.Concat(look.Overflows))}");
        }

        Assert.True(reader.Errors.Count == 0, string.Join("; ", reader.Errors));
        Assert.Empty(reader.Strangers);
    }

    /// <summary>A comment on a page.</summary>
    protected static ILocator Comment(IPage page, int id) => page.Locator($"#c-{id}");
}
