using System.Net;
using Microsoft.Extensions.Options;

namespace NewsSite.Web.Settings;

/// <summary>What the desk may do by itself. Section <c>Desk</c>.</summary>
public sealed record DeskSettings
{
    /// <summary>False on a server that only shows pages and leaves publishing what is due to others.</summary>
    public bool PublishDue { get; init; } = true;

    /// <summary>True where the desk may fetch an original from its address when an editor asks for it. Off by default: it lets the server call others.</summary>
    public bool FetchSources { get; init; }

    /// <summary>Networks beyond the public one that originals may be fetched from, as <c>10.1.0.0/16</c>, separated by spaces; none by default. For a newsroom's own archive, and for tests.</summary>
    public string FetchFrom { get; init; } = "";

    /// <summary>The networks one by one.</summary>
    public IReadOnlyList<IPNetwork> FetchNetworks => [.. FetchFrom.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => IPNetwork.Parse(n))];
}

/// <summary>Refuses wrong settings at the start, each with a sentence that names it.</summary>
internal sealed class DeskSettingsValidation : IValidateOptions<DeskSettings>
{
    public ValidateOptionsResult Validate(string? name, DeskSettings options)
    {
        var wrong = options.FetchFrom.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(n => !IPNetwork.TryParse(n, out _)).Select(n => $"Desk:FetchFrom may hold networks such as 10.1.0.0/16 or fd12::/16; \"{n}\" is none.").ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
