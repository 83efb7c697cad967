using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Email;
using NewsSite.Text;

namespace NewsSite.Desk;

/// <summary>Why a link was not made or an answer not taken. Each has a sentence under <c>PreviewRefusal.</c> and its name.</summary>
public enum PreviewRefusal
{
    /// <summary>There is no such link, or it does not open any more; for the desk, no such piece.</summary>
    NotThere,

    /// <summary>Nobody is named.</summary>
    NameMissing,

    /// <summary>The name is longer than <see cref="PreviewLink.MaxNameLength"/>.</summary>
    NameTooLong,

    /// <summary>A remark without words.</summary>
    TextMissing,

    /// <summary>The remark is longer than <see cref="PreviewAnswer.MaxTextLength"/>.</summary>
    TextTooLong,

    /// <summary>The revision has no such paragraph.</summary>
    ParagraphUnknown,

    /// <summary>Not a number of days from 1 to <see cref="PreviewLink.MaxDays"/>.</summary>
    DaysUnfit,

    /// <summary>There is no such revision.</summary>
    NoRevision,

    /// <summary>Too much was sent from there within a minute.</summary>
    TooFast,
}

/// <summary>What somebody outside typed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Their name.</param>
/// <param name="Text">The remark.</param>
/// <param name="Paragraph">The paragraph it is about, from 1.</param>
public sealed record TypedAnswer(PreviewAnswerKind Kind, string? Name, string? Text = null, int? Paragraph = null);

/// <summary>What whoever made a link is told of an answer.</summary>
/// <param name="Recipient">Their address.</param>
/// <param name="Language">The language they like to be written to in.</param>
/// <param name="ArticleId">The piece.</param>
/// <param name="Headline">What it is called.</param>
/// <param name="Answer">The answer.</param>
public sealed record PreviewNews(string Recipient, string Language, int ArticleId, string Headline, PreviewAnswer Answer);

/// <summary>Writes the mail that tells of an answer.</summary>
public delegate OutboxMail PreviewLetter(PreviewNews news);

/// <summary>Shows revisions to people outside and takes their answers: link, answer, log and mail are saved together.</summary>
public sealed class PreviewLinks(NewsDbContext db, PreviewLetter letter, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes a link. Its key is told here and never again.</summary>
    public async Task<(string? Key, PreviewRefusal? Why)> MakeAsync(DeskActor actor, int articleId, int revision, string? forWhom, int days, CancellationToken cancel = default)
    {
        var piece = await db.Assignments.AsNoTracking().Where(a => a.ArticleId == articleId).Select(a => new { a.Article.Language, a.Article.Status }).SingleOrDefaultAsync(cancel);
        if (piece is null || !actor.MaySee(piece.Language) || piece.Status == ArticleStatus.Withdrawn)
        {
            return (null, PreviewRefusal.NotThere);
        }

        var name = TypedText.Line(forWhom ?? "");
        var why = WhyNotName(name) ?? (days is < 1 or > PreviewLink.MaxDays ? PreviewRefusal.DaysUnfit : null);
        if (why is not null)
        {
            return (null, why);
        }

        var found = await db.ArticleRevisions.AsNoTracking().SingleOrDefaultAsync(r => r.ArticleId == articleId && r.Number == revision && r.Kind != RevisionKind.Aside, cancel);
        if (found is null)
        {
            return (null, PreviewRefusal.NoRevision);
        }

        var now = Now;
        db.PreviewLinks.Add(new PreviewLink(articleId, revision, name, actor.AccountId, now, days, out var key));
        db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Shared, DeskThing.Article, articleId, Drafting.TitleOf(found.Content), string.Create(CultureInfo.InvariantCulture, $"{revision} → {name}")));
        await db.SaveChangesAsync(cancel);
        return (key, null);
    }

    /// <summary>Takes a link back: its address answers as if it had never been.</summary>
    public async Task<PreviewRefusal?> RevokeAsync(DeskActor actor, int articleId, int linkId, CancellationToken cancel = default)
    {
        var link = await db.PreviewLinks.SingleOrDefaultAsync(l => l.Id == linkId && l.ArticleId == articleId, cancel);
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == articleId).Select(a => new { a.Language, a.Headline }).SingleOrDefaultAsync(cancel);
        if (link is null || article is null || !actor.MaySee(article.Language))
        {
            return PreviewRefusal.NotThere;
        }

        if (link.RevokedAt is null)
        {
            var now = Now;
            link.Revoke(now);
            db.DeskLog.Add(new DeskEntry(now, actor.AccountId, DeskAction.Revoked, DeskThing.Article, articleId, article.Headline, string.Create(CultureInfo.InvariantCulture, $"{link.Revision} → {link.ForWhom}")));
            await db.SaveChangesAsync(cancel);
        }

        return null;
    }

    /// <summary>The link with that key and its answers, if it opens now.</summary>
    public async Task<PreviewLink?> FindAsync(string key, CancellationToken cancel = default)
    {
        var hash = PreviewLink.HashOf(key);
        var link = await db.PreviewLinks.Include(l => l.Answers.OrderBy(a => a.Id))
            .SingleOrDefaultAsync(l => l.KeyHash == hash && db.Articles.Any(a => a.Id == l.ArticleId && a.Status != ArticleStatus.Withdrawn), cancel);
        return link?.IsOpen(Now) == true ? link : null;
    }

    /// <summary>What the link shows.</summary>
    public async Task<ArticleContent> ContentAsync(PreviewLink link, CancellationToken cancel = default) =>
        (await db.ArticleRevisions.AsNoTracking().SingleAsync(r => r.ArticleId == link.ArticleId && r.Number == link.Revision, cancel)).Content;

    /// <summary>Keeps that a link was opened.</summary>
    public Task OpenedAsync(PreviewLink link, CancellationToken cancel = default)
    {
        link.Open(Now);
        return db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes an answer.</summary>
    /// <param name="key">The link's key.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="isPaced">False when too much came from there; asked last, so that a mistake costs nothing.</param>
    /// <param name="cancel">Ends the asking.</param>
    /// <returns>Why not; null when it is kept.</returns>
    public async Task<PreviewRefusal?> AnswerAsync(string key, TypedAnswer typed, Func<bool> isPaced, CancellationToken cancel = default)
    {
        db.ChangeTracker.Clear();
        if (await FindAsync(key, cancel) is not { } link)
        {
            return PreviewRefusal.NotThere;
        }

        var content = await ContentAsync(link, cancel);
        var paragraphs = Paragraphs.Of(content.Body);
        var (name, text) = (TypedText.Line(typed.Name ?? ""), TypedText.Clean(typed.Text ?? "").Trim());
        var why = WhyNotName(name)
            ?? (typed.Kind != PreviewAnswerKind.Commented ? null
                : text.Length == 0 ? (PreviewRefusal?)PreviewRefusal.TextMissing
                : text.Length > PreviewAnswer.MaxTextLength ? PreviewRefusal.TextTooLong
                : typed.Paragraph is { } p && (p < 1 || p > paragraphs.Count) ? PreviewRefusal.ParagraphUnknown
                : null)
            ?? (isPaced() ? null : PreviewRefusal.TooFast);
        if (why is not null)
        {
            return why;
        }

        var (now, isRemark) = (Now, typed.Kind == PreviewAnswerKind.Commented);
        var quoted = isRemark && typed.Paragraph is { } number ? paragraphs[number - 1] : null;
        var answer = new PreviewAnswer(link, typed.Kind, name, now)
        {
            Text = isRemark ? text : null,
            Paragraph = isRemark ? typed.Paragraph : null,
            Quote = quoted is null || quoted.Length <= PreviewAnswer.MaxQuoteLength ? quoted : Paragraphs.Cut(quoted, PreviewAnswer.MaxQuoteLength),
        };
        db.Add(answer);
        var title = Drafting.TitleOf(content);
        db.DeskLog.Add(new DeskEntry(now, null, DeskAction.Answered, DeskThing.Article, link.ArticleId, title, string.Create(CultureInfo.InvariantCulture, $"{name} → {link.Revision}: {typed.Kind}")));
        var maker = await db.Accounts.Where(a => a.Id == link.MadeById && a.ErasedAt == null && a.EmailConfirmed && a.Email != null).Select(a => new { a.Email, a.Language }).SingleOrDefaultAsync(cancel);
        if (maker is not null)
        {
            db.Outbox.Add(letter(new PreviewNews(maker.Email!, maker.Language, link.ArticleId, title, answer)));
        }

        // One call, one transaction.
        await db.SaveChangesAsync(CancellationToken.None);
        return null;
    }

    /// <summary>The links of a piece with their answers, newest first.</summary>
    public async Task<IReadOnlyList<PreviewLink>> ListAsync(int articleId, CancellationToken cancel = default) =>
        await db.PreviewLinks.AsNoTracking().Include(l => l.Answers.OrderBy(a => a.Id)).Where(l => l.ArticleId == articleId).OrderByDescending(l => l.Id).ToListAsync(cancel);

    /// <summary>The same for somebody at the desk: none of a piece they may not see.</summary>
    public async Task<IReadOnlyList<PreviewLink>> ListForAsync(DeskActor actor, int articleId, CancellationToken cancel = default) =>
        await db.Articles.Where(a => a.Id == articleId).Select(a => a.Language).SingleOrDefaultAsync(cancel) is { } language && actor.MaySee(language) ? await ListAsync(articleId, cancel) : [];

    /// <summary>Which revision was last approved by somebody outside, and how many came since; null when none was.</summary>
    public async Task<(int Revision, int Since)?> ApprovedAsync(int articleId, CancellationToken cancel = default)
    {
        var approved = await db.PreviewAnswers.AsNoTracking()
            .Where(a => a.Kind == PreviewAnswerKind.Approved && db.PreviewLinks.Any(l => l.Id == a.LinkId && l.ArticleId == articleId))
            .MaxAsync(a => (int?)a.Revision, cancel);
        return approved is { } revision
            ? (revision, await db.ArticleRevisions.CountAsync(r => r.ArticleId == articleId && r.Number > revision && r.Kind != RevisionKind.Aside, cancel))
            : null;
    }

    private static PreviewRefusal? WhyNotName(string name) => name.Length switch
    {
        0 => PreviewRefusal.NameMissing,
        > PreviewLink.MaxNameLength => PreviewRefusal.NameTooLong,
        _ => null,
    };
}
