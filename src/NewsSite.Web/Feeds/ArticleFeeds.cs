using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Media;
using NewsSite.Text;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Feeds;

/// <summary>Makes entries of pieces. The one place that says what a feed tells of a piece, whatever it is written in.</summary>
internal sealed class ArticleFeeds(NewsDbContext db, ConversationPolicy policy, PictureStore pictures)
{
    /// <summary>What lists do not show of a piece.</summary>
    private sealed record Rest(DateTime? ModifiedAt, SafeHtml Body, IReadOnlyList<TopicView> Topics, ConversationMode? Conversation, string? OriginalUrl, string? OriginalTitle)
    {
        public PictureMaker? PictureMaker { get; init; }

        public CreditRole? PictureRole { get; init; }

        public string? PictureLicence { get; init; }

        public StoredCredit? StoredCredit { get; init; }

        public required IReadOnlyList<CorrectionView> Corrections { get; init; }
    }

    /// <summary>The newest of these pieces as entries. Two statements, however many there are.</summary>
    public async Task<IReadOnlyList<FeedEntry>> EntriesAsync(IQueryable<Article> articles, FeedSite site, CancellationToken cancel)
    {
        var cards = await articles.LatestFirst.Take(site.Settings.Entries).Cards.ToListAsync(cancel);
        var ids = cards.Select(c => c.Id).ToList();
        var full = site.Settings.FullText;
        var rest = await db.Articles.Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            Rest = new Rest(
                a.ModifiedAt,
                full ? a.BodyHtml : SafeHtml.Empty,
                a.Topics.OrderBy(t => t.Slug).Select(t => new TopicView(t.Slug, t.Name)).ToList(),
                a.Conversation,
                a.Source!.Url,
                a.Source!.Title)
            {
                PictureMaker = a.Picture!.Contributor == null ? null : new PictureMaker(a.Picture.Contributor.Slug, a.Picture.Contributor.Name, a.Picture.Contributor.Names),
                PictureRole = (CreditRole?)a.Picture!.Role,
                PictureLicence = a.Picture!.Licence,
                StoredCredit = a.Picture!.Stored == null ? null : new StoredCredit(
                    a.Picture.Stored.Contributor == null ? null : new PictureMaker(a.Picture.Stored.Contributor.Slug, a.Picture.Stored.Contributor.Name, a.Picture.Stored.Contributor.Names),
                    a.Picture.Stored.CreditName, a.Picture.Stored.Role, a.Picture.Stored.Organisation, a.Picture.Stored.CreditUrl, a.Picture.Stored.Licence),
                Corrections = a.Corrections.OrderBy(c => c.Id).Select(c => new CorrectionView(c.Kind, c.NotedAt, c.Text, null)).ToList(),
            },
        }).ToDictionaryAsync(a => a.Id, a => a.Rest, cancel);
        return [.. cards.Where(c => rest.ContainsKey(c.Id)).Select(c => Entry(c, rest[c.Id], site))];
    }

    private FeedEntry Entry(ArticleCard card, Rest rest, FeedSite site)
    {
        var address = site.Whole(card.Address.ToString());
        var original = card.Source is { } source && Uri.TryCreate(rest.OriginalUrl, UriKind.Absolute, out var url)
            ? new FeedOriginal(url, source.Language) { Title = rest.OriginalTitle, Publication = source.NameIn(card.Language) }
            : null;
        var writers = CreditLine.Writers(card.Credits);
        var words = Resources.Words.In(site.Page.Site.ChromeFor(card.Language));
        var credit = card.PictureFile is null ? null : PictureCreditView.Of(rest.PictureMaker, rest.PictureRole, rest.PictureLicence, rest.StoredCredit, words, path => site.Whole(site.Page.Link(path)).AbsoluteUri);
        return new FeedEntry
        {
            Id = site.IdOf("article", card.Id),
            Address = address,
            Title = card.Headline,
            Language = card.Language,
            Published = card.PublishedAt,
            Updated = rest.ModifiedAt > card.PublishedAt ? rest.ModifiedAt.Value : card.PublishedAt,
            Authors = [.. writers.Select(Person)],
            // Somebody who edited and drew is one person with two roles.
            Contributors = [.. card.Credits.Except(writers).OrderBy(c => c.Role != CreditRole.Translator).ThenBy(c => c.Role).ThenBy(c => c.Position)
                .GroupBy(c => c.Slug).Select(g => Person(g.First()) with { Roles = [.. g.Select(c => c.Role).Distinct()] })],
            Summary = card.Standfirst,
            Html = Html(card, rest, original, site, address, credit, words),
            Categories =
            [
                new FeedCategory(card.SectionSlug, card.SectionName.For(card.Language) ?? card.SectionSlug, site.Whole("/sections/")),
                .. rest.Topics.Select(t => new FeedCategory(t.Slug, t.Name.For(card.Language) ?? t.Slug, site.Whole("/topics/"))),
            ],
            Picture = card.PictureFile is { } file ? new FeedPicture(site.Whole(PictureSizes.JpegPath(file)), LengthOf(file))
            {
                Alt = card.PictureAlt ?? "",
                Credit = string.Join(", ", new[] { credit!.Name, credit.Organisation }.OfType<string>()),
                Role = credit.Role,
                Licence = credit.Licence,
                LicenceAddress = credit.LicenceLink,
            } : null,
            Notes = [.. rest.Corrections.Select(c => new FeedNote(words[$"CorrectionNote.{c.Kind}"], c.NotedAt) { Text = c.Text })],
            Original = original,
            Replies = Article.StandingOf(rest.Conversation, false, card.PublishedAt, card.PublishedAt, policy).Mode == ConversationMode.Hidden
                ? null
                : new FeedReplies(new Uri($"{address}#comments"), $"{address}/feed", card.CommentCount),
        };

        FeedPerson Person(CreditLine credit) => new(credit.NameIn(card.Language), site.Whole(site.Page.Link($"/contributors/{credit.Slug}")));
    }

    /// <summary>
    /// The text, with who wrote it, who translated it and where it first appeared above it: many feed readers show the first author and nobody else. Below it what was noted
    /// of it since, and whose the picture is, which feed readers show and say nothing of.
    /// </summary>
    private static string Html(ArticleCard card, Rest rest, FeedOriginal? original, FeedSite site, Uri address, PictureCreditView? credit, Resources.Words words)
    {
        var line = BylineHtml.Parts(card.Byline, site.Page, card.Language, site.Address).Select(p => p.ToString()!).ToList();
        if (original is not null)
        {
            line.Add($"<a href=\"{FeedText.AsHtml(original.Address.AbsoluteUri)}\" rel=\"external\"{(original.Language is null ? "" : $" hreflang=\"{original.Language}\"")}>{FeedText.AsHtml(words["ReadOriginal"])}</a>");
        }

        var html = new StringBuilder();
        if (line.Count > 0)
        {
            html.Append("<p>").AppendJoin(" · ", line).Append("</p>");
        }

        if (card.Standfirst.Length > 0)
        {
            html.Append("<p><em>").Append(FeedText.AsHtml(card.Standfirst)).Append("</em></p>");
        }

        html.Append(FeedText.WithWholeAddresses(rest.Body, site.Address, address));
        foreach (var note in rest.Corrections)
        {
            html.Append("<p><strong>").Append(FeedText.AsHtml(words[$"CorrectionNote.{note.Kind}"])).Append(words.Language == "ar" ? "، " : ", ").Append(FeedText.AsHtml(words.Date(site.Page.DayOf(note.NotedAt)))).Append(".</strong> ")
                .Append(FeedText.AsHtml(FeedText.Line(note.Text))).Append("</p>");
        }

        if (credit is not null && CreditHtml(credit) is { Length: > 0 } made)
        {
            html.Append("<p><small>").Append(made).Append("</small></p>");
        }

        return FeedText.InLanguage(card.Language, html.ToString());
    }

    private static string CreditHtml(PictureCreditView credit)
    {
        return string.Join(" · ", new[]
        {
            credit.Name is { } name ? $"{FeedText.AsHtml(credit.Words[$"Credit.{credit.Role}"])} {Linked(name, credit.Link)}" : null,
            credit.Organisation is { } organisation ? Linked(organisation, credit.OrganisationLink) : null,
            credit.Licence is { } licence ? Linked(licence, credit.LicenceLink) : null,
        }.OfType<string>());

        static string Linked(string text, string? address) => address is null ? FeedText.AsHtml(FeedText.Line(text)) : $"<a href=\"{FeedText.AsHtml(address)}\">{FeedText.AsHtml(FeedText.Line(text))}</a>";
    }

    private long? LengthOf(string file) => pictures.Find(PictureSizes.JpegName(file)) is { } path && new FileInfo(path) is { Exists: true } found ? found.Length : null;
}
