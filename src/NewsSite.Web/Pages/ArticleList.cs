using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Web.Feeds;

namespace NewsSite.Web.Pages;

/// <summary>One page of a list of pieces, newest first.</summary>
/// <param name="Cards">The pieces.</param>
/// <param name="Number">Which page it is, from 1.</param>
/// <param name="HasNext">True when older ones follow.</param>
/// <param name="Page">The page it is printed on.</param>
public sealed record ArticleList(IReadOnlyList<ArticleCard> Cards, int Number, bool HasNext, SitePage Page)
{
    /// <summary>Pieces on a page.</summary>
    public const int PageSize = 20;

    /// <summary>No list is followed further than this.</summary>
    public const int MaxPage = 500;

    /// <summary>The address of another page of this list, with the query this one was asked with.</summary>
    public string PageAddress(int number)
    {
        var request = Page.Request;
        var query = request.Query.Where(q => q.Key != "page").Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}")
            .Concat(number > 1 ? [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"page={number}")] : [])
            .ToList();
        return request.Path + (query.Count == 0 ? "" : $"?{string.Join('&', query)}");
    }

    /// <summary>Reads a page of these articles.</summary>
    public static async Task<ArticleList> LoadAsync(IQueryable<Article> articles, int number, SitePage page, CancellationToken cancel)
    {
        var cards = await articles.LatestFirst.Skip((number - 1) * PageSize).Take(PageSize + 1).Cards.ToListAsync(cancel);
        return new ArticleList([.. cards.Take(PageSize)], number, cards.Count > PageSize, page);
    }
}

/// <summary>What pages that list pieces have in common: a page number that must be one, and that they may be had as a feed.</summary>
public abstract class ListPage : SitePage
{
    /// <summary>The pieces.</summary>
    public ArticleList List { get; private set; } = null!;

    /// <inheritdoc/>
    public override bool CanBeLimited => true;

    /// <summary>The page asked for; out of range is not found.</summary>
    [FromQuery(Name = "page")]
    public string? PageAsked { get; set; }

    /// <summary>How the feed asked for is written; null where the page itself was.</summary>
    [FromRoute(Name = "format")]
    public string? FormatAsked { get; set; }

    /// <summary>What the address ends with where the feed was asked for.</summary>
    protected string FeedEnd => FormatAsked is null ? "" : $"/feed.{FormatAsked}";

    /// <summary>Reads the page asked for and shows it; refuses page numbers that are none, and pages past the end. Where the feed was asked for, answers with the first of <see cref="SitePage.Feeds"/>.</summary>
    protected async Task<IActionResult> ShowAsync(IQueryable<Article> articles, CancellationToken cancel)
    {
        articles = Read(articles);
        NoIndex |= Reading.IsLimited;
        if (FeedFormats.Parse(FormatAsked) is { } format)
        {
            return await this.FeedAsync(Feeds[0], format, articles, cancel);
        }

        var number = 1;
        if (PageAsked is not null && (Request.Query["page"].Count > 1 || !int.TryParse(PageAsked, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number) || number is < 1 or > ArticleList.MaxPage))
        {
            return NotFound();
        }

        List = await ArticleList.LoadAsync(articles, number, this, cancel);
        if (number > 1 && List.Cards.Count == 0)
        {
            return NotFound();
        }

        // What is limited is part of what is not; that is to be found.
        CanonicalPath = Reading.IsLimited ? ListAddress(null) : LanguageChoice.Say(List.PageAddress(number), null);
        Versions = number > 1 || Reading.IsLimited ? [] : [.. Site.LanguageTags.Select(l => new PageVersion(l, LinkIn(l, Request.Path)))];
        HttpContext.Features.Set(new Caching.CachedPage([Caching.CacheTags.Lists]));
        return Page();
    }
}
