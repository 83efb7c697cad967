using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using NewsSite.Email;

namespace NewsSite.Web.Tests.Mail;

/// <summary>A real SMTP server on loopback. <c>tests/run</c> names the Python that has aiosmtpd; elsewhere the tests that need it are skipped.</summary>
public sealed class SmtpServer : IAsyncLifetime
{
    private static readonly string? Python = Environment.GetEnvironmentVariable("NEWSSITE_TEST_SMTP");

    private readonly string directory = Path.Combine(Directory.CreateTempSubdirectory("newssite-smtp").FullName, "maildir");
    private Process? process;

    public MailSettings Settings { get; private set; } = new();

    public static void SkipUnlessThere() => Assert.SkipUnless(!string.IsNullOrEmpty(Python), "NEWSSITE_TEST_SMTP names no Python with aiosmtpd; tests/run installs one.");

    public async ValueTask InitializeAsync()
    {
        if (string.IsNullOrEmpty(Python))
        {
            return;
        }

        var port = FreePort();
        process = Process.Start(new ProcessStartInfo(Python, ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{port}", "-c", "picky.Picky", directory])
        {
            Environment = { ["PYTHONPATH"] = Path.Combine(AppContext.BaseDirectory, "Mail") },
        })!;
        Settings = new MailSettings { Host = "127.0.0.1", Port = port, Security = "none", From = "letters@newssite.example", FromName = "The Test Letter" };
        await Condition.HoldsAsync(() => process.HasExited ? throw new InvalidOperationException("The SMTP server did not start.") : Answers(port));
    }

    public ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
        }

        process?.Dispose();
        Directory.Delete(Path.GetDirectoryName(directory)!, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>How many mails came.</summary>
    public int Received => Directory.EnumerateFiles(Path.Combine(directory, "new")).Count();

    /// <summary>The mails that came for an address.</summary>
    public IReadOnlyList<MimeMessage> MailsTo(string address) =>
        [.. Directory.EnumerateFiles(Path.Combine(directory, "new")).Select(f => MimeMessage.Load(f)).Where(m => m.To.Mailboxes.Any(t => t.Address == address))];

    /// <summary>How many mails came for each address of a host.</summary>
    public IReadOnlyDictionary<string, int> CountsAt(string host) => Directory.EnumerateFiles(Path.Combine(directory, "new")).Select(f => MimeMessage.Load(f))
        .SelectMany(m => m.To.Mailboxes).Where(t => t.Domain == host).CountBy(t => t.Address).ToDictionary();

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool Answers(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

/// <summary>Waits until something holds, and fails loudly when it does not.</summary>
public static class Condition
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < AtMost, "The condition does not hold after a minute.");
            await timer.WaitForNextTickAsync();
        }
    }
}
