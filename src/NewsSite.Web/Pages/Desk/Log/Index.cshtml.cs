using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using NewsSite.Desk;

namespace NewsSite.Web.Pages.Desk.Log;

/// <summary>What was done at the desk: who, what, to which thing, when.</summary>
public sealed class IndexModel(DeskLogSearch log) : PersonalPage
{
    /// <summary>What was asked for.</summary>
    public LogFilter Filter { get; private set; } = new(null, null, null, null, null, null);

    /// <summary>Those who did anything.</summary>
    public IReadOnlyList<(int Id, string Name)> People { get; private set; } = [];

    /// <summary>The lines, newest first.</summary>
    public IReadOnlyList<DeskLine> Lines { get; private set; } = [];

    /// <summary>The address of the next page; null on the last.</summary>
    public string? NextPage { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery] LogFilter filter, string? before, CancellationToken cancel)
    {
        (Title, Filter) = (Words["DeskLogTitle"], filter);
        if (Query() is not { } query || (before is not null && Key(before) is null))
        {
            return BadRequest();
        }

        People = await log.PeopleAsync(cancel);
        (Lines, var next) = await log.FindAsync(query, Key(before), cancel);
        NextPage = next is { } line ? Link(QueryHelpers.AddQueryString("/desk/log", Filter.Fields().Append(new("before", line.ToString(CultureInfo.InvariantCulture))))) : null;
        return Page();
    }

    /// <summary>The address of all that was done to one thing.</summary>
    public string PathOf(DeskEntry entry) => Link(string.Create(CultureInfo.InvariantCulture, $"/desk/log?thing={entry.Thing}&number={entry.ThingId}"));

    /// <summary>What was asked for, with days as instants; null when it cannot be read.</summary>
    private DeskLogQuery? Query()
    {
        DeskThing? thing = Enum.TryParse<DeskThing>(Filter.Thing, out var kind) && Enum.IsDefined(kind) ? kind : null;
        var (from, until) = (Day(Filter.From), Day(Filter.Until));
        return (Given(Filter.Who) && Key(Filter.Who) is null) || (Given(Filter.Number) && Key(Filter.Number) is null) || (Given(Filter.Thing) && thing is null)
            || (Given(Filter.From) && from is null) || (Given(Filter.Until) && until is null)
            ? null
            : new DeskLogQuery
            {
                AccountId = Key(Filter.Who), Thing = thing, ThingId = Key(Filter.Number), Text = Filter.Text?.Trim(),
                From = from is { } first ? Start(first) : null, Until = until is { } last ? Start(last.AddDays(1)) : null,
            };
    }

    private static bool Given(string? text) => !string.IsNullOrEmpty(text);

    private static int? Key(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue && day > DateOnly.MinValue ? day : null;

    /// <summary>When a day begins in the site's time zone. Where the clocks skip midnight it begins with the first minute there is.</summary>
    private DateTime Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Site.Zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return TimeZoneInfo.ConvertTimeToUtc(midnight, Site.Zone);
    }
}

/// <summary>What the form asks for.</summary>
/// <param name="Who">The key of an account.</param>
/// <param name="Thing">A kind of thing.</param>
/// <param name="Number">The key of a thing.</param>
/// <param name="Text">A part of its name, or of the note.</param>
/// <param name="From">The first day: <c>2026-11-25</c>.</param>
/// <param name="Until">The last day.</param>
public sealed record LogFilter(string? Who, string? Thing, string? Number, string? Text, string? From, string? Until)
{
    /// <summary>True when anything is asked for.</summary>
    public bool IsSet => Fields().Any();

    /// <summary>The fields filled in, as an address has them.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Fields() => new KeyValuePair<string, string?>[]
    {
        new("who", Who), new("thing", Thing), new("number", Number), new("text", Text), new("from", From), new("until", Until),
    }.Where(field => !string.IsNullOrEmpty(field.Value));
}
