using Microsoft.Extensions.Options;

namespace NewsSite.Web.Settings;

/// <summary>How much room cards have. Section <c>ShareCards</c>.</summary>
public sealed record ShareCardSettings
{
    /// <summary>Room for drawn cards in the data directory, in megabytes; one takes about 40 kilobytes, and one dropped is drawn again when somebody asks. 1 to 1048576.</summary>
    public int SizeLimitMegabytes { get; init; } = 512;
}

/// <summary>Refuses a figure that cannot be meant.</summary>
internal sealed class ShareCardSettingsValidation : IValidateOptions<ShareCardSettings>
{
    public ValidateOptionsResult Validate(string? name, ShareCardSettings options) => options.SizeLimitMegabytes is < 1 or > 1_048_576
        ? ValidateOptionsResult.Fail($"ShareCards:SizeLimitMegabytes must lie between 1 and 1048576; it is {options.SizeLimitMegabytes}.")
        : ValidateOptionsResult.Success;
}
