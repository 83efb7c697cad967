using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NewsSite.Web.Tests;

/// <summary>The executable serving, as an operator starts it; stopped when the test is done with it.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private bool isGone;

    public RunningServer(string directory, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NewsSite.Web.dll"), "--urls=http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true, WorkingDirectory = directory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Storage__Directory"] = directory;
        start.Environment["Serilog__WriteTo__0__Name"] = "Console";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
    }

    public int ProcessId => process.Id;

    /// <summary>The link to the first administrator's account, once it is printed.</summary>
    public async Task<string> PrintedLink(CancellationToken cancel)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        enough.CancelAfter(Patience);
        while (await process.StandardOutput.ReadLineAsync(enough.Token) is { } line)
        {
            if (Link().Match(line) is { Success: true } link)
            {
                // Whatever else is printed is read too: a full pipe would stop the server.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return link.Value;
            }
        }

        throw new InvalidOperationException("The server ended without printing a link.");
    }

    public async ValueTask DisposeAsync()
    {
        if (isGone)
        {
            return;
        }

        isGone = true;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/account/first\?token=\w+")]
    private static partial Regex Link();
}
