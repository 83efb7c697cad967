using Microsoft.Extensions.Options;

namespace NewsSite.Web.Settings;

/// <summary>Where files are kept. Section <c>Storage</c>.</summary>
public sealed record StorageSettings
{
    /// <summary>The data directory: database, media, keys, mail. Relative to the content root.</summary>
    public string Directory { get; init; } = "data";

    /// <summary>The data directory as a full path.</summary>
    public string Root(IHostEnvironment environment) => Path.GetFullPath(Path.Combine(environment.ContentRootPath, Directory));

    /// <summary>Where the files of published pictures are kept; all of it is served.</summary>
    public string Media(IHostEnvironment environment) => Path.Combine(Root(environment), "media");

    /// <summary>Where the files of pictures are kept that no published article uses; the newsroom alone is served these.</summary>
    public string HiddenMedia(IHostEnvironment environment) => Path.Combine(Root(environment), "media-hidden");

    /// <summary>Where drawn cards are kept; it may be emptied at any time.</summary>
    public string ShareCards(IHostEnvironment environment) => Path.Combine(Root(environment), "share-cards");

    /// <summary>Where mails are written to when no mail server is set.</summary>
    public string Mail(IHostEnvironment environment) => Path.Combine(Root(environment), "mail");
}

/// <summary>Refuses an empty directory.</summary>
internal sealed class StorageSettingsValidation : IValidateOptions<StorageSettings>
{
    public ValidateOptionsResult Validate(string? name, StorageSettings options) => string.IsNullOrWhiteSpace(options.Directory)
        ? ValidateOptionsResult.Fail("Storage:Directory must name a directory; it is empty.")
        : ValidateOptionsResult.Success;
}
