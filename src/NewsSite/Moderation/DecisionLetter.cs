using NewsSite.Email;

namespace NewsSite.Moderation;

/// <summary>What the writer of a comment is told about a decision.</summary>
public sealed record DecisionNews
{
    /// <summary>The comment.</summary>
    public required int CommentId { get; init; }

    /// <summary>What was done.</summary>
    public required ModerationAction Action { get; init; }

    /// <summary>True when it is about a changed text.</summary>
    public bool IsAboutEdit { get; init; }

    /// <summary>What readers, or the writer, are told.</summary>
    public string? PublicReason { get; init; }

    /// <summary>True when readers see the comment now.</summary>
    public bool IsVisible { get; init; }

    /// <summary>The address of the writer.</summary>
    public required string Recipient { get; init; }

    /// <summary>The language the writer likes to be written to in.</summary>
    public required string Language { get; init; }

    /// <summary>The name of the writer.</summary>
    public required string Name { get; init; }

    /// <summary>The text it is about, as written.</summary>
    public required string Text { get; init; }

    /// <summary>The language of the text.</summary>
    public required string TextLanguage { get; init; }

    /// <summary>The headline of the article.</summary>
    public required string Headline { get; init; }

    /// <summary>When it was decided; UTC.</summary>
    public required DateTime At { get; init; }
}

/// <summary>Writes the mail that tells somebody of a decision. The words of mails are not this project's business, saving them with their cause is.</summary>
public delegate OutboxMail DecisionLetter(DecisionNews news);
