namespace NewsSite.Articles;

/// <summary>Where an article stands on its way to readers.</summary>
public enum ArticleStatus
{
    /// <summary>Being written; nobody outside the desk sees it.</summary>
    Draft,

    /// <summary>Public from its publication time on; before that it is scheduled.</summary>
    Published,

    /// <summary>Was public and was taken back; its address answers 410 with a public note.</summary>
    Withdrawn,
}
