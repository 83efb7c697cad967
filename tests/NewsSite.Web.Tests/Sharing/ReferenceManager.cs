using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;

namespace NewsSite.Web.Tests.Sharing;

/// <summary>An entry of a BibTeX file as Debian's bibtexparser understood it.</summary>
internal sealed record ReadEntry(string Kind, string Id, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Authors, IReadOnlyList<string> Translators);

/// <summary>Reads citations with programs that are not ours. <c>tests/run</c> installs them; elsewhere the tests that need them are skipped.</summary>
internal static class ReferenceManager
{
    private static readonly string? Python = Environment.GetEnvironmentVariable("NEWSSITE_TEST_SMTP");

    private static readonly Lazy<bool> IsThere = new(() => !string.IsNullOrEmpty(Python) && File.Exists("/usr/bin/ris2xml") && Run(Python, "-c", "import bibtexparser, pylatexenc").Code == 0);

    public static void SkipUnlessThere() => Assert.SkipUnless(IsThere.Value, "There is no python3-bibtexparser, python3-pylatexenc or bibutils; tests/run installs them.");

    /// <summary>The one entry of a BibTeX file.</summary>
    public static Task<ReadEntry> BibTexAsync(string text, CancellationToken cancel) => WithFileAsync(text, file =>
    {
        var (code, output) = Run(Python!, Path.Combine(AppContext.BaseDirectory, "Sharing", "read_bib.py"), file);
        Assert.Equal(0, code);
        return Assert.Single(JsonSerializer.Deserialize<List<ReadEntry>>(output, JsonSerializerOptions.Web)!);
    }, cancel);

    /// <summary>The one record of a RIS or BibTeX file as MODS.</summary>
    /// <param name="program"><c>ris2xml</c> or <c>bib2xml</c>.</param>
    /// <param name="text">The file.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static Task<XElement> ModsAsync(string program, string text, CancellationToken cancel) => WithFileAsync(text, file =>
    {
        var (code, output) = Run($"/usr/bin/{program}", file);
        Assert.Equal(0, code);
        return Assert.Single(XDocument.Parse(output.TrimStart('\uFEFF')).Root!.Elements());
    }, cancel);

    private static async Task<T> WithFileAsync<T>(string text, Func<string, T> read, CancellationToken cancel)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, cancel);
            return read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int Code, string Output) Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = errors.Result;
        return (process.ExitCode, output);
    }
}
