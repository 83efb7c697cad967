using System.Globalization;
using NewsSite.Comments;

namespace NewsSite.Moderation;

/// <summary>
/// What a moderator had before their eyes when they decided: a comment in a state and with a text, or a change of its text. A decision about anything else than what
/// was seen is not taken.
/// </summary>
/// <param name="CommentId">The comment.</param>
/// <param name="Status">What it was.</param>
/// <param name="Revision">Which text it had.</param>
/// <param name="EditId">The change that waits; null for the comment itself.</param>
public readonly record struct SeenComment(int CommentId, CommentStatus Status, int Revision, int? EditId = null)
{
    /// <summary>As forms carry it: <c>12-Held-1</c>, and <c>12-Published-1-7</c> for a change.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CommentId}-{Status}-{Revision}{(EditId is null ? "" : "-")}{EditId}");

    /// <summary>Reads what a form carried; null when it is none.</summary>
    public static SeenComment? Parse(string? text)
    {
        var parts = (text ?? "").Split('-');
        return parts.Length is 3 or 4
            && Number(parts[0]) is { } id
            && Enum.GetNames<CommentStatus>().Contains(parts[1])
            && Number(parts[2]) is { } revision
            && (parts.Length == 3 || Number(parts[3]) is not null)
            ? new SeenComment(id, Enum.Parse<CommentStatus>(parts[1]), revision, parts.Length == 4 ? Number(parts[3]) : null)
            : null;

        static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}

/// <summary>What became of a decision.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It was taken.</summary>
    /// <param name="Entry">Its line in the log.</param>
    /// <param name="ArticleId">The article whose pages changed.</param>
    public sealed record Done(ModerationEntry Entry, int ArticleId) : Decision;

    /// <summary>Somebody else was faster; nothing was done again.</summary>
    /// <param name="Action">What they did.</param>
    /// <param name="By">Who.</param>
    /// <param name="Ago">How long ago.</param>
    public sealed record Already(ModerationAction Action, string By, TimeSpan Ago) : Decision;

    /// <summary>The comment is not what was seen: its writer changed it or took it back, or it is not there.</summary>
    public sealed record Changed : Decision;
}
