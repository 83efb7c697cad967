namespace NewsSite.Sources;

/// <summary>By whose leave a text made elsewhere appears here. Each has words under <c>Permission.</c> and its name.</summary>
public enum PermissionState
{
    /// <summary>Nobody has said.</summary>
    Unknown,

    /// <summary>Asked for; no answer yet.</summary>
    Requested,

    /// <summary>Given.</summary>
    Granted,

    /// <summary>The original's licence allows it.</summary>
    Licence,

    /// <summary>The author gave it to this site.</summary>
    OwnWork,

    /// <summary>A short quotation, or whatever else the law lets one do without asking.</summary>
    FairUse,
}
