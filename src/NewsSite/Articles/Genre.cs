namespace NewsSite.Articles;

/// <summary>What kind of text a piece is; printed in the kicker.</summary>
public enum Genre
{
    /// <summary>An argued opinion by a named person.</summary>
    OpEd,

    /// <summary>Explanation rather than argument.</summary>
    Analysis,

    /// <summary>Questions and answers.</summary>
    Interview,

    /// <summary>What somebody went and saw.</summary>
    Report,
}
