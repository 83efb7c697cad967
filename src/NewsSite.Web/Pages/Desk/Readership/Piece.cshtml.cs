using Microsoft.AspNetCore.Mvc;
using NewsSite.Readership;

namespace NewsSite.Web.Pages.Desk.Readership;

/// <summary>How often one piece was opened, day by day, and by way of which sites.</summary>
public sealed class PieceModel(Readings readings, TimeProvider clock) : DeskPage
{
    /// <summary>So many days are told, today the last.</summary>
    public const int DaysTold = 90;

    /// <summary>The piece.</summary>
    public ReadPiece Piece { get; private set; } = null!;

    /// <summary>The sites its readers came by.</summary>
    public IReadOnlyList<ReadHost> Hosts { get; private set; } = [];

    /// <summary>The first day told.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        From = DayOf(clock.GetUtcNow().UtcDateTime).AddDays(1 - DaysTold);
        if (await readings.PieceAsync(Actor, id, From, DaysTold, cancel) is not { } found)
        {
            return NotFound();
        }

        (Piece, Hosts) = found;
        Title = Words["Reads.Title"];
        return Page();
    }

    /// <summary>What a host is called.</summary>
    public string NameOf(string host) => host switch
    {
        DailyReads.Unknown => Words["Reads.Unknown"],
        DailyReads.Inside => Words["Reads.Inside"],
        DailyReads.Others => Words["Reads.Others"],
        _ => host,
    };
}
