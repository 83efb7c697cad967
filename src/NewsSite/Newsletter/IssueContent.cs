using NewsSite.Articles;

namespace NewsSite.Newsletter;

/// <summary>What an issue tells those who chose the same.</summary>
/// <param name="Groups">The pieces by language, the most wanted first; none without pieces.</param>
/// <param name="Untold">How many new pieces there are beside those told of.</param>
public sealed record IssueContent(IReadOnlyList<IssueGroup> Groups, int Untold)
{
    /// <summary>So many pieces are told of at most.</summary>
    public const int MaxPieces = 40;

    /// <summary>True where there is nothing new: nobody is written to about that.</summary>
    public bool IsEmpty => Groups.Count == 0;
}

/// <summary>The pieces of an issue in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Pieces">The pieces: those on top of the front page first, the others by section, the newest first.</param>
public sealed record IssueGroup(string Language, IReadOnlyList<IssuePiece> Pieces);

/// <summary>A piece of an issue.</summary>
/// <param name="Card">The piece.</param>
/// <param name="Also">Its versions in other chosen languages: told of beside it, not as pieces of their own.</param>
public sealed record IssuePiece(ArticleCard Card, IReadOnlyList<ArticleCard> Also);
