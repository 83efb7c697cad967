using NewsSite.Text;

namespace NewsSite.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Why the presidents are coming to Kyiv", "why-the-presidents-are-coming-to-kyiv")]
    [InlineData("Літери на вивісці", "litery-na-vyvistsi")]
    [InlineData("Žluťoučký kůň – “Łódź”", "zlutoucky-kun-lodz")]
    [InlineData("It’s a tram's life", "its-a-trams-life")]
    [InlineData("حروف", "")]
    public void A_headline_becomes_a_slug(string headline, string slug) => Assert.Equal(slug, Slug.From(headline));

    [Fact]
    public void A_long_headline_is_cut_at_a_word()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("river", 30)));

        Assert.True(slug.Length <= Slug.MaxLength);
        Assert.EndsWith("river", slug, StringComparison.Ordinal);
        Assert.True(Slug.IsValid(slug));
    }
}
