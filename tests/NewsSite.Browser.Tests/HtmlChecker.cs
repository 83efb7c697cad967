using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NewsSite.Browser.Tests;

/// <summary>
/// The Nu HTML Checker over all public pages at once: starting it takes longer than checking them.
/// </summary>
public sealed class HtmlChecker(string site) : IDisposable
{
    private static readonly string? Jar = Environment.GetEnvironmentVariable("NEWSSITE_TEST_NU");

    private readonly string directory = Directory.CreateTempSubdirectory("newssite-pages").FullName;
    private readonly Lock gate = new();
    private Task<ILookup<string, string>>? errors;

    /// <summary>False where no checker was named.</summary>
    public static bool IsThere => !string.IsNullOrEmpty(Jar);

    /// <summary>The errors on a page, each with its line.</summary>
    public async Task<IReadOnlyList<string>> ErrorsOn(string address)
    {
        lock (gate)
        {
            errors ??= CheckAsync([.. PublicAddresses.All]);
        }

        return [.. (await errors)[address]];
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private async Task<ILookup<string, string>> CheckAsync(IReadOnlyList<string> addresses)
    {
        using var client = new HttpClient();
        var names = new Dictionary<string, string>();
        foreach (var address in addresses)
        {
            using var response = await client.GetAsync(new Uri(site + address));
            var name = string.Create(CultureInfo.InvariantCulture, $"{names.Count}.html");
            names[name] = address;
            await File.WriteAllBytesAsync(Path.Combine(directory, name), await response.Content.ReadAsByteArrayAsync());
        }

        using var java = Process.Start(new ProcessStartInfo("java", ["-jar", Jar!, "--stdout", "--exit-zero-always", "--errors-only", "--format", "json", directory]) { RedirectStandardOutput = true })!;
        var output = await java.StandardOutput.ReadToEndAsync();
        await java.WaitForExitAsync();
        Assert.Equal(0, java.ExitCode);
        using var report = JsonDocument.Parse(output);
        return report.RootElement.GetProperty("messages").EnumerateArray().ToLookup(
            m => names[Path.GetFileName(m.GetProperty("url").GetString()!)],
            m => $"line {(m.TryGetProperty("lastLine", out var line) ? line.GetInt32() : 0)}: {m.GetProperty("message").GetString()}");
    }
}
