using NewsSite.Readership;

namespace NewsSite.Web.Pages.Desk.Readership;

/// <summary>How often pieces were opened: all of them for editors, for others those they are credited on.</summary>
public sealed class IndexModel(Readings readings, TimeProvider clock) : DeskPage
{
    /// <summary>So many days are told, today the last.</summary>
    public const int DaysTold = 28;

    /// <summary>The pieces, the most read first.</summary>
    public IReadOnlyList<ReadPiece> Pieces { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = Words["Reads.Title"];
        Pieces = await readings.PiecesAsync(Actor, DayOf(clock.GetUtcNow().UtcDateTime).AddDays(1 - DaysTold), DaysTold, cancel);
    }
}
