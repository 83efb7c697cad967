using Microsoft.Extensions.Options;

namespace NewsSite.Web.Caching;

/// <summary>How much the page cache keeps, and for how long. Section <c>PageCache</c>.</summary>
public sealed record PageCacheSettings
{
    /// <summary>Room for kept pages, in megabytes, all their codings counted; 0 keeps nothing.</summary>
    public int SizeLimitMegabytes { get; init; } = 64;

    /// <summary>
    /// How long a page is served without being made anew, in seconds. A change made by this process evicts at once; this is for changes made by
    /// others, such as an import from a shell.
    /// </summary>
    public int LifetimeSeconds { get; init; } = 60;
}

/// <summary>Refuses figures that cannot be meant.</summary>
internal sealed class PageCacheSettingsValidation : IValidateOptions<PageCacheSettings>
{
    public ValidateOptionsResult Validate(string? name, PageCacheSettings options) =>
        options.SizeLimitMegabytes is < 0 or > 65_536 ? ValidateOptionsResult.Fail($"PageCache:SizeLimitMegabytes must lie between 0 and 65536; it is {options.SizeLimitMegabytes}.")
        : options.LifetimeSeconds is < 1 or > 86_400 ? ValidateOptionsResult.Fail($"PageCache:LifetimeSeconds must lie between 1 and 86400; it is {options.LifetimeSeconds}.")
        : ValidateOptionsResult.Success;
}
