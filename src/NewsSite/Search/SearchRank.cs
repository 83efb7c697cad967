namespace NewsSite.Search;

/// <summary>
/// The key of what is searched: newer is greater, and no two are the same. Both indexes are read from the greatest down, so that the newest come first without sorting,
/// and a span of days is a span of keys. Seconds since 1900 above, thirty bits of the record's own key below; good until the year 2172 and for a thousand million records.
/// </summary>
public static class SearchRank
{
    private const int IdBits = 30;

    /// <summary>The part of a key that is the record's own.</summary>
    internal const long IdMask = (1L << IdBits) - 1;

    private static readonly DateTime Beginning = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The key of a record of that moment; those without one come last.</summary>
    public static long Of(DateTime? at, int id) => From(at) | (uint)id;

    /// <summary>The smallest key of that moment; UTC.</summary>
    public static long From(DateTime? at) => Math.Max(0, (long)((at ?? Beginning) - Beginning).TotalSeconds) << IdBits;

    /// <summary>The record's own key.</summary>
    public static int IdOf(long rank) => (int)(rank & IdMask);
}
