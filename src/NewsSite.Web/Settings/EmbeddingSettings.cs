using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace NewsSite.Web.Settings;

/// <summary>Which other sites may show our conversations in their pages. Section <c>Embedding</c>.</summary>
public sealed record EmbeddingSettings
{
    /// <summary>
    /// Their hosts, separated by spaces, as a content security policy names them: <c>news.example</c>, <c>https://news.example</c>, <c>*.example.org</c>, <c>localhost:8080</c>. Empty:
    /// none, and the pages that would be shown there do not exist.
    /// </summary>
    public string Hosts { get; init; } = "";

    /// <summary>The hosts one by one.</summary>
    public IReadOnlyList<string> HostList => Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True where some may.</summary>
    public bool IsOn => HostList.Count > 0;
}

/// <summary>Refuses wrong settings at the start, each with a sentence that names it.</summary>
internal sealed partial class EmbeddingSettingsValidation : IValidateOptions<EmbeddingSettings>
{
    public ValidateOptionsResult Validate(string? name, EmbeddingSettings options) =>
        // Anything else could end the directive and begin another; and "*" alone would let everybody.
        options.HostList.FirstOrDefault(host => host.Length > 260 || !Host().IsMatch(host)) is { } wrong
            ? ValidateOptionsResult.Fail($"Embedding:Hosts takes hosts separated by spaces, such as news.example, https://news.example, *.example.org or localhost:8080; \"{wrong}\" is none.")
            : ValidateOptionsResult.Success;

    [GeneratedRegex(@"^(https?://)?(\*\.)?[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*(:([0-9]{1,5}|\*))?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
