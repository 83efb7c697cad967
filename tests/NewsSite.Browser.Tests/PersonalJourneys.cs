using Microsoft.Playwright;
using NewsSite.Accounts;

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

    /// <summary>
    /// Makes a browser that of somebody signed in, and comes to their account. Not by the form: a network may send that only so often, and the clock stands still.
    /// </summary>
    protected Task SignInAsync(Reader reader, Person person) => Cast.SignInAsync(reader, person);

    /// <summary>Nothing to object to by day and night, wide and narrow, and nothing reported; axe cannot be asked where no script runs.</summary>
    internal static async Task IsSoundAsync(Reader reader, bool script = true)
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
