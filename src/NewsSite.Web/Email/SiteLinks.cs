using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Email;

/// <summary>
/// Whole addresses for mails: from the setting, else where the server listens. Never from a request, whose <c>Host</c> header anybody may write: a mailed link
/// would lead to their site.
/// </summary>
public sealed class SiteLinks(SiteSettings site, IServer server)
{
    /// <summary>Scheme and host, without a trailing slash.</summary>
    public string BaseUrl => site.BaseUrl ?? Openable(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/')) ?? "http://localhost";

    /// <summary>The whole address of a path.</summary>
    public string To(string path) => BaseUrl + path;

    /// <summary>A server that listens on every address of its machine names none a browser could open.</summary>
    private static string? Openable(string? listens) => listens?
        .Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal);
}
