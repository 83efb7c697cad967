using System.Diagnostics;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;
using NewsSite.Newsletter;
using NewsSite.Web.Tests.Mail;

namespace NewsSite.Web.Tests.Newsletter;

/// <summary>A real IMAP server on loopback, dovecot, with one mailbox. <c>tests/run</c> installs it; elsewhere the tests that need it are skipped.</summary>
public sealed class ImapServer : IAsyncLifetime
{
    private const string Password = "toldtonobody";

    private static readonly string? Program = Environment.GetEnvironmentVariable("NEWSSITE_TEST_IMAP");

    private readonly string directory = Directory.CreateTempSubdirectory("newssite-imap").FullName;
    private Process? process;

    public BounceMailboxSettings Settings { get; private set; } = new();

    private string Mailbox => Path.Combine(directory, "mail");

    public static void SkipUnlessThere() => Assert.SkipUnless(!string.IsNullOrEmpty(Program), "NEWSSITE_TEST_IMAP names no dovecot; tests/run installs one.");

    public async ValueTask InitializeAsync()
    {
        if (string.IsNullOrEmpty(Program))
        {
            return;
        }

        Settings = new BounceMailboxSettings { Host = "127.0.0.1", Port = SmtpServer.FreePort(), User = "bounces", Password = Password, Security = "none" };
        // Root's mailbox dovecot serves to nobody, and it runs parts of itself as others; anybody else runs all of it as themselves.
        var isRoot = Environment.UserName == "root";
        var owner = isRoot ? "nobody" : Environment.UserName;
        foreach (var folder in (string[])["new", "cur", "tmp"])
        {
            Directory.CreateDirectory(Path.Combine(Mailbox, folder));
        }

        var config = Path.Combine(directory, "dovecot.conf");
        await File.WriteAllTextAsync(config, $$"""
            protocols = imap
            listen = 127.0.0.1
            base_dir = {{directory}}/run
            state_dir = {{directory}}/state
            log_path = {{directory}}/log
            ssl = no
            disable_plaintext_auth = no
            first_valid_uid = 1
            mail_location = maildir:{{Mailbox}}
            {{(isRoot ? "" : $"default_internal_user = {owner}\ndefault_login_user = {owner}")}}
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{owner}} gid={{(isRoot ? "nogroup" : owner)}} home={{Mailbox}}
            }
            service imap-login {
              {{(isRoot ? "" : "chroot =")}}
              inet_listener imap {
                port = {{Settings.Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            """);
        if (isRoot)
        {
            // To it and through it.
            using var own = Process.Start("chown", ["-R", "nobody:nogroup", Mailbox]);
            await own.WaitForExitAsync();
            using var open = Process.Start("chmod", ["711", directory]);
            await open.WaitForExitAsync();
        }

        process = Process.Start(new ProcessStartInfo(Program, ["-F", "-c", config]))!;
        await Condition.HoldsAsync(() => process.HasExited ? throw new InvalidOperationException($"dovecot did not start: {Log()}") : Answers());
    }

    public ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process?.Dispose();
        Directory.Delete(directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Puts a message into the mailbox, as a mail server delivers it.</summary>
    public async Task DeliverAsync(MimeMessage message)
    {
        using var client = await OpenAsync();
        var inbox = client.Inbox!;
        await inbox.AppendAsync(message, MessageFlags.None);
    }

    /// <summary>The subjects that are left in it, those nobody has looked at with a star.</summary>
    public async Task<IReadOnlyList<string>> LeftAsync()
    {
        using var client = await OpenAsync();
        await client.Inbox!.OpenAsync(FolderAccess.ReadOnly);
        var left = await client.Inbox.FetchAsync(0, -1, MessageSummaryItems.Envelope | MessageSummaryItems.Flags);
        return [.. left.Select(m => (m.Flags!.Value.HasFlag(MessageFlags.Seen) ? "" : "*") + m.Envelope!.Subject)];
    }

    private async Task<ImapClient> OpenAsync()
    {
        var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", Settings.PortUsed, SecureSocketOptions.None);
        await client.AuthenticateAsync(Settings.User!, Settings.Password!);
        return client;
    }

    private bool Answers()
    {
        try
        {
            using var client = new ImapClient();
            client.Connect("127.0.0.1", Settings.PortUsed, SecureSocketOptions.None);
            client.Authenticate(Settings.User!, Settings.Password!);
            return true;
        }
        catch (Exception notYet) when (notYet is System.Net.Sockets.SocketException or IOException or ImapProtocolException or ServiceNotConnectedException)
        {
            return false;
        }
    }

    private string Log() => File.Exists(Path.Combine(directory, "log")) ? File.ReadAllText(Path.Combine(directory, "log")) : "";
}
