namespace NewsSite.Desk;

/// <summary>Where a piece stands on its way from "found" to readers. Each has words under <c>Stage.</c> and its name.</summary>
public enum WorkStage
{
    /// <summary>Somebody thinks it should appear here; nobody works on it.</summary>
    Suggested,

    /// <summary>Somebody will write it, and has a while to begin.</summary>
    Claimed,

    /// <summary>It is being written.</summary>
    Translating,

    /// <summary>It is written, and waits for an editor or is on one's desk.</summary>
    InEdit,

    /// <summary>It can be published.</summary>
    Ready,

    /// <summary>It appears by itself at a time.</summary>
    Scheduled,

    /// <summary>Readers have it.</summary>
    Published,

    /// <summary>Readers had it; it was taken back.</summary>
    Withdrawn,

    /// <summary>Given up before readers had it.</summary>
    Spiked,
}
