namespace NewsSite.Web.Pages.Desk.Front;

/// <summary>What the forms of the front page desk send.</summary>
public sealed record FrontForm
{
    /// <summary>Whose front page; a BCP 47 tag.</summary>
    public string? Tongue { get; init; }

    /// <summary>The state of the page the form was made from.</summary>
    public int Revision { get; init; }

    /// <summary>The piece.</summary>
    public int Article { get; init; }

    /// <summary>True to put it before all others.</summary>
    public bool Lead { get; init; }

    /// <summary>True to move it up, false to move it down.</summary>
    public bool Up { get; init; }

    /// <summary>When the pick ends, as typed, in the site's time zone; empty for one that stays.</summary>
    public string? Expires { get; init; }

    /// <summary>What was looked for.</summary>
    public string? Q { get; init; }
}
