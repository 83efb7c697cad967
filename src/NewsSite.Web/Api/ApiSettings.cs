using Microsoft.Extensions.Options;

namespace NewsSite.Web.Api;

/// <summary>How much programs may ask. Section <c>Api</c>.</summary>
public sealed record ApiSettings
{
    /// <summary>So many questions a minute one network may ask; 1 to 100,000. What is kept ready by the page cache does not count.</summary>
    public int RequestsPerMinute { get; init; } = 300;
}

/// <summary>Refuses wrong settings at the start, each with a sentence that names it.</summary>
internal sealed class ApiSettingsValidation : IValidateOptions<ApiSettings>
{
    public ValidateOptionsResult Validate(string? name, ApiSettings options) => options.RequestsPerMinute is < 1 or > 100_000
        ? ValidateOptionsResult.Fail($"Api:RequestsPerMinute must lie between 1 and 100000; it is {options.RequestsPerMinute}.")
        : ValidateOptionsResult.Success;
}
