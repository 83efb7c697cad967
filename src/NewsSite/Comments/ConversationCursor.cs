using System.Globalization;

namespace NewsSite.Comments;

/// <summary>
/// The thread after which a page of a conversation begins. A keyset cursor: comments that arrive meanwhile neither repeat nor hide any.
/// Written <c>184</c>, or <c>12.184</c> where threads are ordered by a rank: their replies, their merit.
/// </summary>
/// <param name="Rank">What that thread is ordered by; 0 where the order does not ask.</param>
/// <param name="ThreadId">The thread's top comment.</param>
public readonly record struct ConversationCursor(int Rank, int ThreadId)
{
    /// <summary>Reads a cursor from an address; null when it is none, or none for that order.</summary>
    public static ConversationCursor? Parse(string text, ConversationOrder order)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (IsRanked(order))
        {
            return dot > 0 && Number(text.AsSpan(0, dot)) is { } rank && Number(text.AsSpan(dot + 1)) is { } id ? new(rank, id) : null;
        }

        return Number(text) is { } thread ? new(0, thread) : null;
    }

    /// <summary>The cursor as it stands in an address.</summary>
    public string ToString(ConversationOrder order) => IsRanked(order)
        ? string.Create(CultureInfo.InvariantCulture, $"{Rank}.{ThreadId}")
        : ThreadId.ToString(CultureInfo.InvariantCulture);

    private static bool IsRanked(ConversationOrder order) => order is ConversationOrder.MostReplied or ConversationOrder.Best;

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
