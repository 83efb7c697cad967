using System.Diagnostics;
using System.Net.Sockets;

namespace NewsSite.Benchmarks;

/// <summary>A real SMTP server on loopback (aiosmtpd) that writes down whom each mail was for, and keeps nothing else.</summary>
internal sealed class CountingSmtpServer : IAsyncDisposable
{
    // A line of a mail is written before the mail is acknowledged: what the server took, it counted.
    private const string Handler = """
        import os
        class Counting:
            def __init__(self, path):
                self.log = open(path, "a", buffering=1)
            @classmethod
            def from_cli(cls, parser, *args):
                return cls(args[0])
            async def handle_DATA(self, server, session, envelope):
                for to in envelope.rcpt_tos:
                    self.log.write(to + "\n")
                return "250 OK"
        """;

    private readonly string directory = Directory.CreateTempSubdirectory("newssite-counting").FullName;
    private readonly Process process;

    private CountingSmtpServer()
    {
        Port = Machine.FreePort();
        File.WriteAllText(Path.Combine(directory, "counting.py"), Handler);
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("NEWSSITE_TEST_SMTP") ?? "/usr/bin/python3",
            ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{Port}", "-c", "counting.Counting", Log]);
        start.Environment["PYTHONPATH"] = directory;
        process = Process.Start(start)!;
    }

    public int Port { get; }

    private string Log => Path.Combine(directory, "taken");

    public static async Task<CountingSmtpServer> StartAsync()
    {
        var server = new CountingSmtpServer();
        while (!await server.AnswersAsync())
        {
            if (server.process.HasExited)
            {
                throw new InvalidOperationException("The SMTP server did not start; python3-aiosmtpd is needed.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        return server;
    }

    /// <summary>How many mails were taken for each address.</summary>
    public async Task<Dictionary<string, int>> TakenAsync() => File.Exists(Log) ? (await File.ReadAllLinesAsync(Log)).CountBy(a => a).ToDictionary() : [];

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
