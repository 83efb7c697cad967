using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Text;

namespace NewsSite.Desk;

/// <summary>Why a front page is not changed. Each has a sentence under <c>FrontRefusal.</c> and its name.</summary>
public enum FrontRefusal
{
    /// <summary>That is for others to do.</summary>
    NotAllowed,

    /// <summary>Somebody changed this front page since the form was made.</summary>
    Changed,

    /// <summary>The piece is neither published nor scheduled in that language.</summary>
    NotThere,

    /// <summary>There are as many picks as there may be.</summary>
    Full,

    /// <summary>The time lies behind, or is none.</summary>
    TimePast,
}

/// <summary>Which front page a form is about, and in which state it was when the form was made.</summary>
/// <param name="Language">The language.</param>
/// <param name="Revision">The state; 0 while nothing is picked.</param>
public sealed record FrontEdition(string Language, int Revision);

/// <summary>Where a pick stands at a time.</summary>
public enum PickStanding
{
    /// <summary>On the page, or waiting for a place on it.</summary>
    Stands,

    /// <summary>It takes its place when the piece appears.</summary>
    Scheduled,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Readers do not have the piece, and no time is set for it.</summary>
    Gone,
}

/// <summary>A pick as the desk lists it.</summary>
/// <param name="ArticleId">The piece.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="PublishedAt">When readers got it; null while they have not.</param>
/// <param name="Due">When it is to appear; null when no time is set.</param>
/// <param name="ExpiresAt">When the pick ends.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record PickedPiece(int ArticleId, string Headline, DateTime? PublishedAt, DateTime? Due, DateTime? ExpiresAt, PickStanding Standing);

/// <summary>A piece that may be picked.</summary>
/// <param name="ArticleId">The piece.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="PublishedAt">When readers got it; null while they have not.</param>
/// <param name="Due">When it is to appear; null when no time is set.</param>
public sealed record PickablePiece(int ArticleId, string Headline, DateTime? PublishedAt, DateTime? Due);

/// <summary>
/// Makes up front pages: which pieces an editor picks, in which order, until when. Several editors take turns: a change made from an older state is not done. Every change is a line
/// of the log and a word to every server to drop the pages it keeps.
/// </summary>
public sealed class FrontPageDesk(NewsDbContext db, TimeProvider clock)
{
    /// <summary>So many pieces are offered.</summary>
    private const int Offered = 10;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The picks of a language, in order, and the state they are.</summary>
    public async Task<(FrontEdition Edition, IReadOnlyList<PickedPiece> Picks)> ReadAsync(string language, CancellationToken cancel = default)
    {
        var now = Now;
        var picks = await db.FrontPagePicks.AsNoTracking().Of(language)
            .Select(p => new
            {
                p.Id, p.ArticleId, p.Article.Headline, p.Article.PublishedAt, p.ExpiresAt, IsOut = db.Articles.Published(now).Any(a => a.Id == p.ArticleId),
                Due = db.Assignments.Where(a => a.ArticleId == p.ArticleId && a.Stage == WorkStage.Scheduled).Select(a => a.ScheduledFor).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return (new FrontEdition(language, picks.Select(p => p.Id).DefaultIfEmpty().Max()),
        [
            .. picks.Select(p => new PickedPiece(p.ArticleId, p.Headline, p.IsOut ? p.PublishedAt : null, p.Due, p.ExpiresAt,
                p.ExpiresAt <= now ? PickStanding.Expired : p.IsOut ? PickStanding.Stands : p.Due is not null ? PickStanding.Scheduled : PickStanding.Gone)),
        ]);
    }

    /// <summary>Pieces of a language that readers have or that have a time to appear at, and are not picked: those whose headline has these words, or the newest.</summary>
    public async Task<IReadOnlyList<PickablePiece>> FindAsync(string language, string? words, CancellationToken cancel = default)
    {
        var pieces = Pickable(language).Where(a => !db.FrontPagePicks.Any(p => p.Language == language && p.ArticleId == a.Id));
        if (!string.IsNullOrWhiteSpace(words))
        {
            // The lowering is the database's.
#pragma warning disable CA1304, CA1311, CA1862
            var (typed, lower, upper, title) = LetterCases.Of(words);
            pieces = pieces.Where(a => a.Headline.ToLower().Contains(lower) || a.Headline.Contains(typed) || a.Headline.Contains(upper) || a.Headline.Contains(title));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return await pieces
            .Select(a => new { a.Id, a.Headline, a.Status, a.PublishedAt, Due = db.Assignments.Where(s => s.ArticleId == a.Id && s.Stage == WorkStage.Scheduled).Select(s => s.ScheduledFor).FirstOrDefault() })
            .OrderByDescending(a => a.Due ?? a.PublishedAt).ThenByDescending(a => a.Id).Take(Offered)
            .Select(a => new PickablePiece(a.Id, a.Headline, a.Status == ArticleStatus.Published ? a.PublishedAt : null, a.Due))
            .ToListAsync(cancel);
    }

    /// <summary>The latest line of the log about a front page, and who did it.</summary>
    public Task<DeskLine?> LatestChangeAsync(string language, CancellationToken cancel = default) => db.DeskLog.AsNoTracking()
        .Where(e => e.Thing == DeskThing.FrontPage && e.Name == language).OrderByDescending(e => e.Id)
        .Select(e => new DeskLine(e, db.Accounts.Where(a => a.Id == e.AccountId).Select(a => a.DisplayName).FirstOrDefault()))
        .FirstOrDefaultAsync(cancel);

    /// <summary>Picks a piece: as the lead, before all others, or after them. One that is picked already moves there.</summary>
    public Task<FrontRefusal?> PickAsync(DeskActor actor, FrontEdition edition, int articleId, bool asLead, CancellationToken cancel = default) => ChangeAsync(actor, edition, articleId, async picks =>
    {
        if (!await Pickable(edition.Language).AnyAsync(a => a.Id == articleId, cancel))
        {
            return (null, FrontRefusal.NotThere);
        }

        var pick = picks.Find(p => p.ArticleId == articleId);
        picks.RemoveAll(p => p.ArticleId == articleId);
        if (picks.Count == FrontPagePick.Most)
        {
            return (null, FrontRefusal.Full);
        }

        picks.Insert(asLead ? 0 : picks.Count, pick ?? new Place(articleId, null));
        return (asLead ? "+ 1" : $"+ {picks.Count}", null);
    }, cancel);

    /// <summary>Moves a pick one place up or down.</summary>
    public Task<FrontRefusal?> MoveAsync(DeskActor actor, FrontEdition edition, int articleId, bool up, CancellationToken cancel = default) => ChangeAsync(actor, edition, articleId, picks =>
    {
        var from = picks.FindIndex(p => p.ArticleId == articleId);
        var to = up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= picks.Count)
        {
            return Answer(null, from < 0 ? FrontRefusal.NotThere : null);
        }

        (picks[from], picks[to]) = (picks[to], picks[from]);
        return Answer($"{from + 1} → {to + 1}");
    }, cancel);

    /// <summary>Gives a pick an end, or takes it away.</summary>
    public Task<FrontRefusal?> ExpireAsync(DeskActor actor, FrontEdition edition, int articleId, DateTime? at, CancellationToken cancel = default) => ChangeAsync(actor, edition, articleId, picks =>
    {
        var place = picks.FindIndex(p => p.ArticleId == articleId);
        if (place < 0 || at <= Now)
        {
            return Answer(null, place < 0 ? FrontRefusal.NotThere : FrontRefusal.TimePast);
        }

        var before = picks[place].ExpiresAt;
        picks[place] = picks[place] with { ExpiresAt = at };
        return Answer(before == at ? null : $"{Said(before)} → {Said(at)}");
    }, cancel);

    /// <summary>Takes a pick away.</summary>
    public Task<FrontRefusal?> RemoveAsync(DeskActor actor, FrontEdition edition, int articleId, CancellationToken cancel = default) => ChangeAsync(actor, edition, articleId, picks =>
    {
        var place = picks.FindIndex(p => p.ArticleId == articleId);
        if (place < 0)
        {
            return Answer(null, FrontRefusal.NotThere);
        }

        picks.RemoveAt(place);
        return Answer($"− {place + 1}");
    }, cancel);

    /// <summary>A piece in its place.</summary>
    private sealed record Place(int ArticleId, DateTime? ExpiresAt);

    private static Task<(string? Note, FrontRefusal? Why)> Answer(string? note, FrontRefusal? why = null) => Task.FromResult((note, why));

    private static string Said(DateTime? at) => at?.ToString("u", System.Globalization.CultureInfo.InvariantCulture) ?? "∞";

    private IQueryable<Article> Pickable(string language)
    {
        var now = Now;
        return db.Articles.AsNoTracking().Where(a => a.Language == language
            && (db.Articles.Published(now).Any(p => p.Id == a.Id) || db.Assignments.Any(s => s.ArticleId == a.Id && s.Stage == WorkStage.Scheduled)));
    }

    /// <summary>Does one change: what it says of itself goes to the log; a change that says nothing was none.</summary>
    private async Task<FrontRefusal?> ChangeAsync(DeskActor actor, FrontEdition edition, int articleId, Func<List<Place>, Task<(string? Note, FrontRefusal? Why)>> change, CancellationToken cancel)
    {
        if (!actor.MayPublish)
        {
            return FrontRefusal.NotAllowed;
        }

        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Whoever comes second waits here, and finds the first one's picks.
        await db.FrontPagePicks.Where(p => p.Language == edition.Language).ExecuteUpdateAsync(set => set.SetProperty(p => p.Slot, p => p.Slot), cancel);
        var there = await db.FrontPagePicks.AsNoTracking().Of(edition.Language).ToListAsync(cancel);
        if (there.Select(p => p.Id).DefaultIfEmpty().Max() != edition.Revision)
        {
            return FrontRefusal.Changed;
        }

        var picks = there.Select(p => new Place(p.ArticleId, p.ExpiresAt)).ToList();
        var (note, why) = await change(picks);
        if (why is not null || note is null)
        {
            return why;
        }

        var now = Now;
        var headline = await db.Articles.Where(a => a.Id == articleId).Select(a => a.Headline).FirstAsync(cancel);
        // Those read and no others: where nothing was picked there was no row to wait at, and what somebody else has put there since must stand in the way.
        var before = there.ConvertAll(p => p.Id);
        await db.FrontPagePicks.Where(p => before.Contains(p.Id)).ExecuteDeleteAsync(cancel);
        db.FrontPagePicks.AddRange(picks.Select((p, slot) => FrontPagePick.Of(edition.Language, slot, p.ArticleId, p.ExpiresAt)));
        db.PublicChanges.Add(new PublicChange(articleId, now));
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Changed, DeskThing.FrontPage, 0, edition.Language, $"{note} · {headline}"));
        try
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return null;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Two picked the first piece of an empty page at once: one slot, one pick.
            db.ChangeTracker.Clear();
            return FrontRefusal.Changed;
        }
    }
}
