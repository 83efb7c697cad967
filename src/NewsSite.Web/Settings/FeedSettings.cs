using Microsoft.Extensions.Options;

namespace NewsSite.Web.Settings;

/// <summary>What feeds hold. Section <c>Feeds</c>.</summary>
public sealed record FeedSettings
{
    /// <summary>False where feeds are to hold the sentence under the headline only, and readers come here for the text.</summary>
    public bool FullText { get; init; } = true;

    /// <summary>How many entries a feed holds, the newest first; 1 to 200.</summary>
    public int Entries { get; init; } = 30;

    /// <summary>
    /// The host name in the ids of entries; the public address's where it is not set. It names nothing that is asked for: a publication that moves to another host
    /// puts its old one here, and no feed reader shows everything once more.
    /// </summary>
    public string? IdHost { get; init; }

    /// <summary>The WebSub hub that is told of every change, and that feeds name; http or https. Null for none. Needs <c>Site:BaseUrl</c>: a hub is told whole addresses.</summary>
    public Uri? Hub { get; init; }
}

/// <summary>Refuses wrong settings at the start, each with a sentence that names it.</summary>
internal sealed class FeedSettingsValidation(IOptions<SiteOptions> site) : IValidateOptions<FeedSettings>
{
    public ValidateOptionsResult Validate(string? name, FeedSettings options) =>
        options.Entries is < 1 or > 200 ? ValidateOptionsResult.Fail($"Feeds:Entries must lie between 1 and 200; it is {options.Entries}.")
        : options.IdHost is { } host && Uri.CheckHostName(host) != UriHostNameType.Dns ? ValidateOptionsResult.Fail($"Feeds:IdHost must be a host name such as news.example; \"{host}\" is none.")
        : options.Hub is { } hub && !(hub.IsAbsoluteUri && hub.Scheme is "http" or "https") ? ValidateOptionsResult.Fail($"Feeds:Hub must be the address of a WebSub hub, such as https://hub.example/; \"{hub}\" is none.")
        : options.Hub is not null && site.Value.BaseUrl is null ? ValidateOptionsResult.Fail("Feeds:Hub needs Site:BaseUrl: a hub is told the whole addresses of feeds.")
        : ValidateOptionsResult.Success;
}
