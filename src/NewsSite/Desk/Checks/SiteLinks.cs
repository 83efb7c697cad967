using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Desk.Checks;

/// <summary>A link of a text to a page of this site that readers do not have.</summary>
/// <param name="Paragraph">Where it stands, from 1.</param>
/// <param name="Address">As written.</param>
/// <param name="IsDraft">True when it leads to a piece that is there and not published.</param>
public sealed record BrokenLink(int Paragraph, string Address, bool IsDraft);

/// <summary>Follows the links of a text that stay on this site, by the records instead of by asking the site.</summary>
/// <param name="db">The records.</param>
/// <param name="site">The site's own address; with or without it, a link stays here.</param>
/// <param name="now">What is published at that time, readers have.</param>
public sealed class SiteLinks(NewsDbContext db, string site, DateTime now)
{
    /// <summary>So many links of a text are followed.</summary>
    private const int Most = 100;

    /// <summary>The first step of addresses below which nothing can be missing, or nothing that a record would show.</summary>
    private static readonly HashSet<string> Pages = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "about", "archive", "contributors", "sources", "corrections", "search", "comments", "readers", "account", "desk", "mail", "media", "feed.rss", "feed.atom", "feed.json", "sitemap.xml",
    };

    /// <summary>Those that lead nowhere, from the top.</summary>
    public async Task<IReadOnlyList<BrokenLink>> BrokenAsync(string body, string language, CancellationToken cancel)
    {
        var broken = new List<BrokenLink>();
        var known = new Dictionary<string, Fate>(StringComparer.Ordinal);
        foreach (var (paragraph, address) in ComparedText.OfBody(body, language).Stretches.SelectMany(s => s.Links.Select(l => (s.Paragraph, l))))
        {
            if (PathOf(address) is not { } path || (!known.ContainsKey(path) && known.Count == Most))
            {
                continue;
            }

            if (!known.TryGetValue(path, out var fate))
            {
                known[path] = fate = await FollowAsync(path, cancel);
            }

            if (fate != Fate.There)
            {
                broken.Add(new BrokenLink(paragraph, address, fate == Fate.Draft));
            }
        }

        return broken;
    }

    /// <summary>The path of an address of this site, without its query and its place on the page; null for every other address.</summary>
    private string? PathOf(string address)
    {
        if (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
        {
            return address.Split('?', '#')[0];
        }

        return LinkAddress.IsWeb(address) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && Uri.TryCreate(site, UriKind.Absolute, out var own) && uri.Authority.Equals(own.Authority, StringComparison.OrdinalIgnoreCase)
            ? uri.AbsolutePath
            : null;
    }

    private async Task<Fate> FollowAsync(string path, CancellationToken cancel)
    {
        var steps = Uri.UnescapeDataString(path).Trim('/').Split('/');
        return steps switch
        {
            ["sections", var slug, ..] => Is(await db.Sections.AnyAsync(s => s.Slug == slug, cancel) || await db.FormerSectionSlugs.AnyAsync(s => s.Slug == slug, cancel)),
            ["topics", var slug, ..] => Is(await db.Topics.AnyAsync(t => t.Slug == slug, cancel)),
            ["series", var slug, ..] => Is(await db.Series.AnyAsync(s => s.Slug == slug, cancel)),
            ["contributors", var slug, ..] => Is(await db.Contributors.AnyAsync(c => c.Slug == slug, cancel) || await db.ContributorRedirects.AnyAsync(r => r.Slug == slug, cancel)),
            ["sources", var slug, ..] => Is(await db.Publications.AnyAsync(p => p.Slug == slug, cancel) || await db.PublicationRedirects.AnyAsync(r => r.Slug == slug, cancel)),
            ["comments", var id] when int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => Is(await db.Comments.AnyAsync(c => c.Id == number, cancel)),
            [{ Length: 4 } year, { Length: 2 } month, { Length: 2 } day, var slug, ..] => await OfArticleAsync(year, month, day, slug, cancel),
            [{ Length: 4 } year, ..] when year.All(char.IsAsciiDigit) => Is(steps.Length <= 3 && steps.Skip(1).All(s => s.Length == 2 && s.All(char.IsAsciiDigit))),
            [{ Length: 2 or 3 } language] when LanguageTag.Canonical(language) is not null => Fate.There,
            [var first, ..] => Is(Pages.Contains(first)),
            [] => Fate.There,
        };
    }

    private async Task<Fate> OfArticleAsync(string year, string month, string day, string slug, CancellationToken cancel)
    {
        if (ArticleAddress.Parse(year, month, day, slug) is not { } address)
        {
            return Fate.Nowhere;
        }

        var old = address.ToString();
        if (await db.Articles.Published(now).At(address).AnyAsync(cancel) || await db.Redirects.AnyAsync(r => r.Path == old && db.Articles.Published(now).Any(a => a.Id == r.ArticleId), cancel))
        {
            return Fate.There;
        }

        return await db.Articles.At(address).AnyAsync(cancel) || await db.Redirects.AnyAsync(r => r.Path == old, cancel) ? Fate.Draft : Fate.Nowhere;
    }

    private static Fate Is(bool isThere) => isThere ? Fate.There : Fate.Nowhere;

    private enum Fate
    {
        There,
        Draft,
        Nowhere,
    }
}
