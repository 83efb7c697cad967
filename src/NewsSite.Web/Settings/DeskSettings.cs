namespace NewsSite.Web.Settings;

/// <summary>What the desk may do by itself. Section <c>Desk</c>.</summary>
public sealed record DeskSettings
{
    /// <summary>False on a server that only shows pages and leaves publishing what is due to others.</summary>
    public bool PublishDue { get; init; } = true;

    /// <summary>True where the desk may fetch an original from its address when an editor asks for it. Off by default: it lets the server call others.</summary>
    public bool FetchSources { get; init; }
}
