namespace NewsSite.Tokens;

/// <summary>What a personal token opens. Never more than its person may do.</summary>
[Flags]
public enum TokenScope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Reading drafts, beginning them and changing them.</summary>
    Drafts = 1,

    /// <summary>Showing drafts to readers.</summary>
    Publish = 2,
}
