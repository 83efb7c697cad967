using System.Globalization;

namespace NewsSite.Search;

/// <summary>
/// The find after which a page of finds begins. A keyset cursor: what is published meanwhile neither repeats nor hides any. Written <c>0.1.4294967296</c>.
/// </summary>
/// <param name="Way">How the words were taken.</param>
/// <param name="Tier">Among which finds it was: see <see cref="SearchPlan"/>.</param>
/// <param name="Rank">Its key.</param>
public readonly record struct SearchCursor(SearchWay Way, int Tier, long Rank)
{
    /// <summary>Reads a cursor from an address; null when it is none.</summary>
    public static SearchCursor? Parse(string? text) =>
        text?.Split('.') is [var way, var tier, var rank]
        && int.TryParse(way, NumberStyles.None, CultureInfo.InvariantCulture, out var w) && w <= (int)SearchWay.AnyWord
        && int.TryParse(tier, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t < SearchPlan.MostTiers
        && long.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var r)
            ? new((SearchWay)w, t, r)
            : null;

    /// <summary>The cursor as it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Way}.{Tier}.{Rank}");
}
