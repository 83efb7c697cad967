using NewsSite.Articles;
using NewsSite.ShareCards;
using NewsSite.Web.Pages;
using NewsSite.Web.Resources;
using NewsSite.Web.Sharing;

namespace NewsSite.Web.ShareCards;

/// <summary>Puts into the words of a piece's language what its card says; the names are those of its byline.</summary>
internal static class ShareCardText
{
    /// <summary>The house's accent colour by day; the style sheet's <c>--accent</c>.</summary>
    private const string Accent = "#9c2f1d";

    /// <summary>The card of a published piece.</summary>
    public static ShareCard Of(ArticleCard card, SitePage page)
    {
        var words = Words.In(page.Site.ChromeFor(card.Language));
        return new ShareCard
        {
            Language = card.Language,
            Kicker = string.Join(" · ", new[] { card.SectionName.For(words.Language), page.GenreName(card.Genre, words.Language) }.OfType<string>()),
            Headline = card.Headline,
            Credits = [.. TextRuns.Parts(card.Byline, page.WholeLink, words).Select(TextRuns.Plain)],
            Site = page.Site.Name,
            // The host of the setting alone: one that a request names could be anybody's.
            Host = page.Site.BaseUrl is { } address ? new Uri(address).Authority : "",
            Accent = page.Site.Accent?.Light ?? Accent,
        };
    }

    /// <summary>The path of a piece's card as it is now.</summary>
    public static string PathOf(ArticleCard card, SitePage page) => ShareCard.Path(card.Id, Of(card, page).Version);

    /// <summary>What the card says, for whoever does not see it.</summary>
    public static string Alternative(ShareCard card) => string.Join(". ", [card.Headline.TrimEnd('.'), .. card.Credits, card.Site]);
}
