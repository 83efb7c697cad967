using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Data;

namespace NewsSite.Web.Pages.Archive;

/// <summary>The pieces of a year, a month or a day.</summary>
public sealed class ShowModel(NewsDbContext db, TimeProvider clock) : ListPage
{
    /// <summary>Shows a page of them; a date the calendar does not have is not found.</summary>
    public async Task<IActionResult> OnGetAsync(int year, int? month, int? day, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month ?? 1:00}-{day ?? 1:00}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || year is < 1 or > 9998)
        {
            return NotFound();
        }

        var end = day is not null ? first.AddDays(1) : month is not null ? first.AddMonths(1) : first.AddYears(1);
        Title = day is not null ? Words.Date(first) : month is not null ? Words.Month(first) : Words.Year(year);
        NoIndex = true;
        var result = await ShowAsync(db.Articles.Published(clock.GetUtcNow().UtcDateTime).Where(a => a.PublicationDay >= first && a.PublicationDay < end), cancel);
        return result is Microsoft.AspNetCore.Mvc.RazorPages.PageResult && List.Cards.Count == 0 ? NotFound() : result;
    }
}
