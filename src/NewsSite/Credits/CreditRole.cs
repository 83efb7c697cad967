namespace NewsSite.Credits;

/// <summary>What a contributor did for an article.</summary>
public enum CreditRole
{
    /// <summary>Wrote it.</summary>
    Author,

    /// <summary>Asked the questions.</summary>
    Interviewer,

    /// <summary>Brought it into this language. Never an author for it.</summary>
    Translator,

    /// <summary>Edited it here.</summary>
    Editor,

    /// <summary>Took its picture.</summary>
    Photographer,

    /// <summary>Drew its picture.</summary>
    Illustrator,
}
