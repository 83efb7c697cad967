namespace NewsSite.Desk;

/// <summary>What can be done at the desk. Each has words under <c>DeskAction.</c> and its name.</summary>
public enum DeskAction
{
    /// <summary>Made.</summary>
    Created,

    /// <summary>Changed.</summary>
    Changed,

    /// <summary>Taken away.</summary>
    Deleted,

    /// <summary>Two became one.</summary>
    Merged,

    /// <summary>Moved from one stage of the work to another.</summary>
    Moved,

    /// <summary>Shown to readers.</summary>
    Published,

    /// <summary>Given a time to appear at, or another, or none.</summary>
    Scheduled,

    /// <summary>Kept from appearing, by agreement with others; or set free.</summary>
    Embargoed,

    /// <summary>Taken back from readers.</summary>
    Withdrawn,

    /// <summary>Put right, with a public note.</summary>
    Corrected,

    /// <summary>An earlier text was taken up again.</summary>
    Restored,

    /// <summary>Shown to somebody outside.</summary>
    Shared,

    /// <summary>Somebody outside answered.</summary>
    Answered,

    /// <summary>What was shown is not any more.</summary>
    Revoked,

    /// <summary>Asked to join the newsroom.</summary>
    Invited,

    /// <summary>Joined the newsroom.</summary>
    Joined,
}
