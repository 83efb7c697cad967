using System.Net;

namespace NewsSite.Browser.Tests;

/// <summary>What holds for every public page.</summary>
public sealed class PublicPages(Newsstand newsstand) : BrowserTests(newsstand)
{
    public static TheoryData<string> Addresses => [.. PublicAddresses.Looked];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_public_page_has_no_axe_violations(string address) => Assert.Empty((await Newsstand.Visits.To(address)).Violations);

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_public_page_fits_the_window(string address) => Assert.Empty((await Newsstand.Visits.To(address)).Overflows);

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_public_page_reports_no_error(string address) => Assert.Empty((await Newsstand.Visits.To(address)).Errors);

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_public_page_asks_nothing_of_another_host(string address) => Assert.Empty((await Newsstand.Visits.To(address)).Strangers);

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_public_page_leaves_no_cookie(string address) => Assert.Empty((await Newsstand.Visits.To(address)).Cookies);

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_public_page_answers_as_it_should(string address) =>
        Assert.Equal(PublicAddresses.Wrong.GetValueOrDefault(address, HttpStatusCode.OK), (await Newsstand.Visits.To(address)).Status);
}
