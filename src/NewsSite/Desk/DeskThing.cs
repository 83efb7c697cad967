namespace NewsSite.Desk;

/// <summary>What the desk's log speaks of. Each has words under <c>DeskThing.</c> and its name.</summary>
public enum DeskThing
{
    /// <summary>A piece.</summary>
    Article,

    /// <summary>Somebody who can be credited.</summary>
    Contributor,

    /// <summary>An outlet.</summary>
    Publication,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>A section.</summary>
    Section,

    /// <summary>A front page.</summary>
    FrontPage,

    /// <summary>Somebody of the newsroom.</summary>
    Account,

    /// <summary>An invitation to the newsroom.</summary>
    Invitation,

    /// <summary>What the publication says of itself.</summary>
    Settings,

    /// <summary>A personal token.</summary>
    Token,
}
