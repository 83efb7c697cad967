using Microsoft.Extensions.Options;

namespace NewsSite.Web.Settings;

/// <summary>What programs that read the whole site are asked to leave alone. Section <c>Crawlers</c>. A request, not a lock: RFC 9309 leaves it to them.</summary>
public sealed record CrawlerSettings
{
    /// <summary>False for a site nobody should find yet: every crawler is asked to stay away.</summary>
    public bool Allow { get; init; } = true;

    /// <summary>Names of crawlers asked to stay away, as they call themselves in their user agent: <c>GPTBot</c>, <c>CCBot</c>.</summary>
    public IReadOnlyList<string> Refuse { get; init; } = [];
}

/// <summary>Refuses wrong settings at the start, each with a sentence that names it.</summary>
internal sealed class CrawlerSettingsValidation : IValidateOptions<CrawlerSettings>
{
    // RFC 9309, 2.2.1: letters, "_" and "-".
    public ValidateOptionsResult Validate(string? name, CrawlerSettings options) =>
        options.Refuse.FirstOrDefault(agent => agent.Length is 0 or > 100 || !agent.All(c => char.IsAsciiLetter(c) || c is '-' or '_')) is { } wrong
            ? ValidateOptionsResult.Fail($"Crawlers:Refuse takes names of crawlers, of letters, \"-\" and \"_\"; \"{wrong}\" is none.")
            : ValidateOptionsResult.Success;
}
