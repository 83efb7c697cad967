using System.Globalization;

namespace NewsSite.Web.Pages.Desk.Readership;

/// <summary>Bars of a plot, drawn on the server: numbers of days become heights.</summary>
/// <param name="Days">The numbers, the earliest day first.</param>
/// <param name="Height">The height of the tallest bar, in units of the drawing.</param>
public sealed record ReadsPlot(IReadOnlyList<int> Days, int Height)
{
    /// <summary>The width a day takes, in units of the drawing.</summary>
    public const int Step = 8;

    private const int Gap = 2;

    /// <summary>The width of the drawing.</summary>
    public int Width => Days.Count * Step;

    /// <summary>The largest number.</summary>
    public int Most => Days.Count == 0 ? 0 : Days.Max();

    /// <summary>The bars: left, top, width and height, and the day's place. A day nobody read has none.</summary>
    public IEnumerable<(string X, string Y, string Width, string Height, int Day)> Bars => Days
        .Select((count, day) => (count, day)).Where(d => d.count > 0)
        .Select(d =>
        {
            var height = Math.Max(1, (double)d.count * Height / Most);
            return (Number(d.day * Step), Number(Height - height), Number(Step - Gap), Number(height), d.day);
        });

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
