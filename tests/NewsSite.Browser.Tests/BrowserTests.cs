namespace NewsSite.Browser.Tests;

/// <summary>A class of tests that need the browser.</summary>
public abstract class BrowserTests
{
    protected BrowserTests(Newsstand newsstand)
    {
        Assert.SkipUnless(Newsstand.IsOpen, "NEWSSITE_TEST_CHROMIUM names no browser; tests/run names one.");
        Newsstand = newsstand;
    }

    protected Newsstand Newsstand { get; }
}
