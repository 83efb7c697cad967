using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Sources;
using NewsSite.Text;

namespace NewsSite.Desk;

/// <summary>Puts a draft's content into the records readers' pages are made of. The caller owns the transaction and has asked the checks.</summary>
internal sealed class ContentPress(NewsDbContext db)
{
    /// <summary>Puts it there.</summary>
    /// <param name="article">The piece, loaded with all that hangs on it.</param>
    /// <param name="content">What it is to be.</param>
    /// <param name="isPublished">True when readers know its address.</param>
    /// <param name="cancel">Ends the asking.</param>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<DeskRefusal?> PrintAsync(Article article, ArticleContent content, bool isPublished, CancellationToken cancel)
    {
        // A draft may name somebody who was merged into somebody else since.
        content = await MergedNames.CurrentAsync(db, content, cancel);
        if (article.Write(content.Body) is not null)
        {
            return DeskRefusal.NotReady;
        }

        (article.Headline, article.Standfirst, article.Genre) = (content.Headline.Trim(), content.Standfirst.Trim(), content.Genre);
        article.Section = await db.Sections.SingleAsync(s => s.Id == content.SectionId, cancel);
        article.PlaceInSeries(content.SeriesId is null ? null : await db.Series.SingleOrDefaultAsync(s => s.Id == content.SeriesId, cancel), content.SeriesPart);
        await CreditAsync(article, content, cancel);
        await FileAsync(article, content, cancel);
        await SourceAsync(article, content.Source, cancel);
        await BaseAsync(article, content.Basis, cancel);
        await PictureAsync(article, content.Picture, cancel);
        return await AddressAsync(article, content, isPublished, cancel);
    }

    private async Task CreditAsync(Article article, ArticleContent content, CancellationToken cancel)
    {
        var ids = content.Credits.Select(c => c.ContributorId).OfType<int>().Distinct().ToList();
        var people = await db.Contributors.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var wanted = content.Credits.Where(c => c.ContributorId is { } id && people.ContainsKey(id)).Select(c => new ContentCredit(c.Role, c.ContributorId, Said(c.CreditedAs))).ToList();
        var printed = article.Credits.OrderBy(c => c.Position).Select(c => new ContentCredit(c.Role, c.ContributorId, c.CreditedAs));
        // Rows are kept where nothing changed, so that publishing a comma does not renumber the credits.
        if (printed.SequenceEqual(wanted))
        {
            return;
        }

        db.Credits.RemoveRange(article.Credits);
        article.Credits.Clear();
        foreach (var credit in wanted)
        {
            article.AddCredit(credit.Role, people[credit.ContributorId!.Value], credit.CreditedAs);
        }
    }

    private async Task FileAsync(Article article, ArticleContent content, CancellationToken cancel)
    {
        var wanted = await db.Topics.Where(t => content.Topics.Contains(t.Id)).ToListAsync(cancel);
        foreach (var gone in article.Topics.Except(wanted).ToList())
        {
            article.Topics.Remove(gone);
        }

        foreach (var come in wanted.Except(article.Topics).ToList())
        {
            article.Topics.Add(come);
        }
    }

    private async Task SourceAsync(Article article, ContentSource? wanted, CancellationToken cancel)
    {
        if (wanted?.PublicationId is null)
        {
            if (article.Source is { } gone)
            {
                db.Sources.Remove(gone);
                article.Source = null;
            }

            return;
        }

        var outlet = await db.Publications.SingleAsync(p => p.Id == wanted.PublicationId, cancel);
        var source = article.Source ??= new Source(outlet);
        source.Publication = outlet;
        (source.Url, source.Title, source.Language) = (Said(wanted.Url), Said(wanted.Title), LanguageTag.Canonical(wanted.Language));
        (source.PublishedOn, source.AccessedOn, source.ArchivedUrl) = (wanted.PublishedOn, wanted.AccessedOn, Said(wanted.ArchivedUrl));
        (source.PermissionState, source.Permission) = (wanted.Permission, Said(wanted.PermissionLine));
        (source.Terms, source.PermissionEnds) = (Said(wanted.Terms), wanted.PermissionEnds);
    }

    private async Task BaseAsync(Article article, ContentBasis? wanted, CancellationToken cancel)
    {
        var version = wanted is null ? null : await db.Articles.SingleOrDefaultAsync(a => a.Id == wanted.ArticleId && a.WorkId == article.WorkId && a.Id != article.Id, cancel);
        article.TranslateFrom(version, wanted?.Revision);
    }

    private async Task PictureAsync(Article article, ContentPicture? wanted, CancellationToken cancel)
    {
        if (wanted is null)
        {
            // One from before pictures had records of their own cannot be said in a draft, and stays.
            article.Picture = article.Picture is { StoredId: null } old ? old : null;
            return;
        }

        if (article.Picture?.StoredId != wanted.PictureId)
        {
            var stored = await db.PictureFiles.SingleAsync(f => f.Id == wanted.PictureId, cancel);
            article.Picture = Picture.Use(stored, wanted.IsDecorative ? "" : wanted.Alt, wanted.IsDecorative).Picture;
        }

        if (article.Picture is { } picture)
        {
            (picture.Alt, picture.Caption) = (wanted.IsDecorative ? "" : wanted.Alt.Trim(), Said(wanted.Caption));
        }
    }

    /// <summary>Gives it its slug. A published piece keeps the old address as a redirect, and one that gets an old address back needs that redirect no more.</summary>
    private async Task<DeskRefusal?> AddressAsync(Article article, ArticleContent content, bool isPublished, CancellationToken cancel)
    {
        var wanted = content.Slug.Length > 0 ? content.Slug : article.PublicationDay is not null ? article.Slug : Slug.From(content.Headline);
        if (wanted == article.Slug && article.PublicationDay is not null)
        {
            return null;
        }

        if (article.PublicationDay is { } day)
        {
            if (await db.Articles.AnyAsync(a => a.Id != article.Id && a.PublicationDay == day && a.Slug == wanted, cancel))
            {
                return DeskRefusal.AddressTaken;
            }

            if (article.Rename(wanted) is { } redirect)
            {
                var path = article.Address!.Value.ToString();
                await db.Redirects.Where(r => r.Path == path).ExecuteDeleteAsync(cancel);
                db.Redirects.Add(redirect);
            }

            return null;
        }

        article.Rename(await FreeAsync(article.Id, wanted, isPublished, cancel));
        return null;
    }

    /// <summary>A slug no piece of the last or the coming days has: the day is set at publication, and the index is on both.</summary>
    private async Task<string> FreeAsync(int articleId, string wanted, bool isPublished, CancellationToken cancel)
    {
        var taken = await db.Articles.Where(a => a.Id != articleId && a.PublicationDay != null && a.Slug.StartsWith(wanted)).Select(a => a.Slug).ToListAsync(cancel);
        var slug = wanted;
        for (var i = 2; !isPublished && taken.Contains(slug); i++)
        {
            slug = $"{wanted[..Math.Min(wanted.Length, Slug.MaxLength - 4)].TrimEnd('-')}-{i}";
        }

        return slug;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
