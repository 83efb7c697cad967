using System.Globalization;

namespace NewsSite.Web.Pages.Desk;

/// <summary>Times as forms of the desk send them: what a wall clock of the site's time zone shows.</summary>
internal static class TypedTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>The instant; null when it is none, or one the clocks leave out in spring.</summary>
    public static DateTime? Instant(string? typed, TimeZoneInfo zone) =>
        DateTime.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 1 and < 9999 && !zone.IsInvalidTime(local)
            ? TimeZoneInfo.ConvertTimeToUtc(local, zone)
            : null;

    /// <summary>How a field of a form shows a wall clock's time.</summary>
    public static string Of(DateTime local) => local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
