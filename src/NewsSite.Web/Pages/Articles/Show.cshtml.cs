using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Comments;
using NewsSite.Credits;
using NewsSite.Data;
using NewsSite.Text;
using NewsSite.Web.Caching;
using NewsSite.Web.Feeds;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Articles;

/// <summary>An article with the first page of its conversation.</summary>
public sealed class ShowModel(NewsDbContext db, ConversationPolicy policy, TimeProvider clock) : SitePage
{
    /// <summary>So many pieces are offered to read next.</summary>
    private const int RelatedShown = 4;

    /// <summary>A piece to read next, and why it is one.</summary>
    public sealed record Suggestion(ArticleCard Card, RelatedReason Reason);

    /// <summary>The article.</summary>
    public ArticleText Article { get; private set; } = null!;

    /// <summary>The article as lists print it, with its credits.</summary>
    public new ArticleCard Card { get; private set; } = null!;

    /// <summary>Its topics.</summary>
    public IReadOnlyList<TopicView> Topics { get; private set; } = [];

    /// <summary>Its corrections and notes, the oldest first.</summary>
    public IReadOnlyList<CorrectionView> Corrections { get; private set; } = [];

    /// <summary>The pictures within its text; asked for only when there are any.</summary>
    public IReadOnlyList<FigureRecord> Figures { get; private set; } = [];

    /// <summary>The same piece in other languages.</summary>
    public IReadOnlyList<ArticleCard> OtherLanguages { get; private set; } = [];

    /// <summary>All parts of the series this one belongs to, in order, itself among them; empty when it belongs to none.</summary>
    public IReadOnlyList<ArticleCard> SeriesParts { get; private set; } = [];

    /// <summary>Pieces to read next.</summary>
    public IReadOnlyList<Suggestion> Related { get; private set; } = [];

    /// <summary>The conversation as the page prints it; null when it is hidden.</summary>
    public ConversationView? Conversation { get; private set; }

    /// <summary>The article as it is printed.</summary>
    public ArticlePrint Print => new()
    {
        Page = this, Text = Article, Card = Card, Topics = Topics, Corrections = Corrections, Figures = Figures, OtherLanguages = OtherLanguages, SeriesParts = SeriesParts, HasConversation = Conversation is not null,
    };

    /// <summary>Shows the article, or leads to where it is now.</summary>
    public async Task<IActionResult> OnGetAsync(string year, string month, string day, string slug, CancellationToken cancel)
    {
        if (ArticleAddress.Parse(year, month, day, slug) is not { } address)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await FindAsync(address, now, cancel) is not { } article)
        {
            return await MovedAsync(address, now, cancel);
        }

        Article = article;
        Speak(article.Language);
        if (article.Status == ArticleStatus.Withdrawn)
        {
            Title = Words["GoneTitle"];
            NoIndex = true;
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        if (Request.Path.Value!.EndsWith('/'))
        {
            return RedirectPermanent(address.ToString());
        }

        await LoadRestAsync(now, cancel);
        Title = Card.Headline;
        Description = Card.Standfirst;
        CanonicalPath = address.ToString();
        CurrentSection = Card.SectionSlug;
        Versions = OtherLanguages.Count == 0
            ? []
            : [.. OtherLanguages.Append(Card).OrderBy(v => v.Language, StringComparer.Ordinal).Select(v => new PageVersion(v.Language, v.Address.ToString()))];
        Keep(CacheTags.Article(article.Id), CacheTags.Lists);
        return Page();
    }

    private async Task<ArticleText?> FindAsync(ArticleAddress address, DateTime now, CancellationToken cancel)
    {
        var visible = db.Articles.At(address).Where(a => a.Status != ArticleStatus.Draft && a.PublishedAt <= now);
        return await visible.Select(a => new ArticleText
        {
            Id = a.Id,
            Language = a.Language,
            Body = a.BodyHtml,
            Status = a.Status,
            WithdrawalNote = a.WithdrawalNote,
            Conversation = a.Conversation,
            ConversationStaysOpen = a.ConversationStaysOpen,
            SeriesName = a.Series!.Name,
            SeriesSlug = a.Series!.Slug,
            PictureCaption = a.Picture!.Caption,
            PictureLicence = a.Picture!.Licence,
            PictureRole = (CreditRole?)a.Picture!.Role,
            PictureMaker = a.Picture!.Contributor == null ? null : new PictureMaker(a.Picture.Contributor.Slug, a.Picture.Contributor.Name, a.Picture.Contributor.Names),
            StoredCredit = a.Picture.Stored == null ? null : new StoredCredit(
                a.Picture.Stored.Contributor == null ? null : new PictureMaker(a.Picture.Stored.Contributor.Slug, a.Picture.Stored.Contributor.Name, a.Picture.Stored.Contributor.Names),
                a.Picture.Stored.CreditName,
                a.Picture.Stored.Role,
                a.Picture.Stored.Organisation,
                a.Picture.Stored.CreditUrl,
                a.Picture.Stored.Licence),
            OriginalTitle = a.Source!.Title,
            OriginalUrl = a.Source!.Url,
            ArchivedUrl = a.Source!.ArchivedUrl,
            Permission = a.Source!.Permission,
            BasisId = a.BasisId,
            ModifiedAt = a.ModifiedAt,
            HasChanged = db.ArticleRevisions.Any(r => r.ArticleId == a.Id && r.IsSubstantive),
        }).SingleOrDefaultAsync(cancel);
    }

    private async Task LoadRestAsync(DateTime now, CancellationToken cancel)
    {
        var id = Article.Id;
        var near = (await RelatedArticle.Of(db, id, now).ToListAsync(cancel)).ToLookup(r => r.Reason is RelatedReason.OtherLanguage or RelatedReason.SameSeries);
        var suggested = near[false].Take(RelatedShown).ToList();
        if (ArticleBody.Files(Article.Body) is { Count: > 0 } files)
        {
            Figures = await FigureRecord.In(db, files).ToListAsync(cancel);
        }

        List<int> keys = [id, .. near[true].Concat(suggested).Select(r => r.Id)];
        // What hangs on the article in rows of its own comes with the cards, not with its text, which would be read once for each; and for this article alone (see ArticleCard.From).
        var topics = db.Articles.Where(a => a.Id == id).SelectMany(a => a.Topics, (a, t) => new { ArticleId = a.Id, t.Slug, t.Name });
        var corrections = db.Corrections.Where(c => c.ArticleId == id);
        var read = await db.Articles.Where(a => keys.Contains(a.Id)).Cards.Select(card => new
        {
            Card = card,
            Topics = topics.Where(t => t.ArticleId == card.Id).OrderBy(t => t.Slug).Select(t => new TopicView(t.Slug, t.Name)).ToList(),
            Corrections = corrections.Where(c => c.ArticleId == card.Id).OrderBy(c => c.Id).Select(c => new CorrectionView(c.Kind, c.NotedAt, c.Text, c.ChangesJson)).ToList(),
        }).ToListAsync(cancel);
        var own = read.Single(r => r.Card.Id == id);
        (Card, Topics, Corrections) = (own.Card, own.Topics, own.Corrections);
        var cards = read.ToDictionary(r => r.Card.Id, r => r.Card);
        var together = near[true].Where(r => cards.ContainsKey(r.Id)).ToLookup(r => r.Reason, r => cards[r.Id]);
        OtherLanguages = [.. together[RelatedReason.OtherLanguage].OrderBy(c => c.Language, StringComparer.Ordinal)];
        if (Card.SeriesPart is not null)
        {
            SeriesParts = [.. together[RelatedReason.SameSeries].Append(Card).OrderBy(c => c.SeriesPart)];
        }

        Related = [.. suggested.Where(r => cards.ContainsKey(r.Id)).Select(r => new Suggestion(cards[r.Id], r.Reason))];
        var standing = NewsSite.Articles.Article.StandingOf(Article.Conversation, Article.ConversationStaysOpen, Card.PublishedAt, now, policy);
        if (standing.Mode != ConversationMode.Hidden)
        {
            Feeds = [FeedLink.Conversation(Card.Id, Words.Format("ConversationOf", Card.Headline), Card.Address.ToString())];
            Conversation = new ConversationView(
                await NewsSite.Comments.Conversation.LoadAsync(db, Card.Id, ConversationOrder.Oldest, cancel: cancel),
                Card,
                standing,
                this);
        }
    }

    /// <summary>An old slug, or nothing we know.</summary>
    private async Task<IActionResult> MovedAsync(ArticleAddress address, DateTime now, CancellationToken cancel) =>
        await NewsSite.Articles.Redirect.FollowAsync(db, address, now, cancel) is { } target ? RedirectPermanent(target.ToString()) : NotFound();
}
