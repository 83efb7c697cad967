using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Articles;

/// <summary>The board: what stands where, and waits for whom.</summary>
public sealed class IndexModel(NewsDbContext db, TimeProvider clock) : DeskPage
{
    /// <summary>So many are shown of a stage.</summary>
    private const int ShownOfStage = 30;

    /// <summary>The stages, in the order of the work; what readers have is on a list of its own.</summary>
    public static readonly IReadOnlyList<WorkStage> Stages =
        [WorkStage.Suggested, WorkStage.Claimed, WorkStage.Translating, WorkStage.InEdit, WorkStage.Ready, WorkStage.Scheduled, WorkStage.Published, WorkStage.Withdrawn, WorkStage.Spiked];

    /// <summary>A piece on the board.</summary>
    public sealed record Slip(int Id, WorkStage Stage, string Language, string Title, string? Holder, DateTime? HeldUntil, DateTime MovedAt, DateTime? Due, bool IsMine, bool IsEmbargoed);

    /// <summary>The pieces, by stage.</summary>
    public ILookup<WorkStage, Slip> Slips { get; private set; } = null!;

    /// <summary>The language looked for.</summary>
    public string? Tongue { get; private set; }

    /// <summary>True when only one's own are shown.</summary>
    public bool IsMine { get; private set; }

    /// <summary>Now; UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Shows the board.</summary>
    public async Task OnGetAsync(string? tongue, bool mine, CancellationToken cancel)
    {
        (Title, Tongue, IsMine) = (Words["Editor.Board"], Site.LanguageTags.Contains(tongue) ? tongue : null, mine);
        var pieces = db.Assignments.AsNoTracking();
        pieces = Tongue is null ? pieces : pieces.Where(a => a.Article.Language == Tongue);
        pieces = Actor.MayPublish ? pieces : pieces.Where(a => Actor.Languages.Contains(a.Article.Language));
        pieces = mine ? pieces.Where(a => a.HolderId == Actor.AccountId) : pieces;
        var found = new List<Slip>();
        foreach (var stage in Stages)
        {
            found.AddRange(await pieces.Where(a => a.Stage == stage).OrderByDescending(a => a.MovedAt).ThenByDescending(a => a.ArticleId).Take(ShownOfStage)
                .Select(a => new Slip(
                    a.ArticleId,
                    a.Stage,
                    a.Article.Language,
                    a.Article.Headline,
                    db.Accounts.Where(h => h.Id == a.HolderId).Select(h => h.DisplayName).FirstOrDefault(),
                    a.HeldUntil,
                    a.MovedAt,
                    a.ScheduledFor,
                    a.HolderId == Actor.AccountId,
                    a.IsEmbargoed))
                .ToListAsync(cancel));
        }

        Slips = found.ToLookup(s => s.Stage);
    }
}
