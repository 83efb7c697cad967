namespace NewsSite.Browser.Tests;

public sealed class MarkupTests : BrowserTests
{
    public MarkupTests(Newsstand newsstand)
        : base(newsstand) => Assert.SkipUnless(HtmlChecker.IsThere, "NEWSSITE_TEST_NU names no Nu HTML Checker; tests/run fetches one.");

    public static TheoryData<string> Addresses => [.. PublicAddresses.All];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task The_Nu_HTML_Checker_finds_no_error_on_a_public_page(string address) => Assert.Empty(await Newsstand.Checker.ErrorsOn(address));
}
