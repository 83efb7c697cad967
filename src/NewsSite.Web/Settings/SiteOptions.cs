using Microsoft.Extensions.Options;
using NewsSite.Site;
using NewsSite.Text;

namespace NewsSite.Web.Settings;

/// <summary>What the publication is called and how it counts days, as the server is configured. Section <c>Site</c>. The desk may say otherwise of all but the address: see <see cref="SiteSettings"/>.</summary>
public sealed record SiteOptions
{
    /// <summary>The name in the masthead; 1 to 60 characters.</summary>
    public string Name { get; init; } = "NewsSite";

    /// <summary>The public address without a trailing slash, for canonical links; taken from the request when not set.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The zone whose days stand in addresses; an IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The publication's languages, separated by spaces, the first its own; each one of <see cref="SettingRules.ChromeLanguages"/>.</summary>
    public string Languages { get; init; } = "en uk ar";

    /// <summary>The publication's languages one by one.</summary>
    public IReadOnlyList<string> LanguageTags => Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Refuses wrong settings at the start, each with a sentence that names it.</summary>
internal sealed class SiteOptionsValidation : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options)
    {
        var wrong = new List<string>();
        if (SettingRules.WhyNot(SettingKeys.Name, options.Name) is not null)
        {
            wrong.Add("Site:Name must have 1 to 60 characters.");
        }

        if (options.BaseUrl is { } url && (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || url.EndsWith('/')))
        {
            wrong.Add($"Site:BaseUrl must be an http or https address without a trailing slash; it is \"{url}\".");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            wrong.Add($"Site:TimeZone must be a time zone such as Europe/Kyiv; \"{options.TimeZone}\" is none.");
        }

        if (options.LanguageTags.Count == 0)
        {
            wrong.Add("Site:Languages must name at least one language.");
        }

        wrong.AddRange(options.LanguageTags
            .Where(l => LanguageTag.Canonical(l) != l || !SettingRules.ChromeLanguages.Contains(l))
            .Select(l => $"Site:Languages may hold {string.Join(", ", SettingRules.ChromeLanguages)}; \"{l}\" is none of them."));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
