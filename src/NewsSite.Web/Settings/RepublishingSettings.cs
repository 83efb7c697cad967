using Microsoft.Extensions.Options;
using NewsSite.Sources;

namespace NewsSite.Web.Settings;

/// <summary>What this publication lets others do with its own texts. Section <c>Republishing</c>. Of texts that come from elsewhere their records say it.</summary>
public sealed record RepublishingSettings
{
    /// <summary>On which terms others may republish pieces that appeared here first: a licence such as <c>CC BY 4.0</c>, or a sentence. Not set: they may not.</summary>
    public string? OwnTerms { get; init; }
}

/// <summary>Refuses wrong settings at the start, each with a sentence that names it.</summary>
internal sealed class RepublishingSettingsValidation : IValidateOptions<RepublishingSettings>
{
    public ValidateOptionsResult Validate(string? name, RepublishingSettings options) => options.OwnTerms?.Length > Source.MaxTermsLength
        ? ValidateOptionsResult.Fail($"Republishing:OwnTerms must have at most {Source.MaxTermsLength} characters; it has {options.OwnTerms.Length}.")
        : ValidateOptionsResult.Success;
}
