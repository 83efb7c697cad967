using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Benchmarks;

/// <summary>The data directory of a site: made by <c>migrate</c> and <c>seed</c>, thrown away afterwards.</summary>
internal sealed class SiteData : IDisposable
{
    private SiteData(string directory) => Directory = directory;

    public string Directory { get; }

    public string Database => Path.Combine(Directory, "newssite.db");

    public static async Task<SiteData> CreateAsync()
    {
        var data = new SiteData(System.IO.Directory.CreateTempSubdirectory("newssite-benchmarks").FullName);
        foreach (var verb in (string[])["migrate", "seed"])
        {
            await Machine.RunAsync("dotnet", [SiteProcess.Assembly, verb], SiteProcess.ContentRoot, SiteProcess.Settings(data, port: 0, []));
        }

        return data;
    }

    /// <summary>The database itself, for making what the sample publication has not.</summary>
    public NewsDbContext Open() =>
        new SqliteNewsDbContext((DbContextOptions<SqliteNewsDbContext>)new DbContextOptionsBuilder<SqliteNewsDbContext>().UseNewsSqlite($"Data Source={Database}").Options);

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}

/// <summary>The site in Production, on the servers' core.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private SiteProcess(Process process, int port)
    {
        this.process = process;
        Url = $"http://127.0.0.1:{port}";
    }

    /// <summary>The Release build beside this one.</summary>
    public static string Assembly { get; } = Path.Combine(Root, ".artifacts", "bin", "NewsSite.Web", "release", "NewsSite.Web.dll");

    public static string ContentRoot { get; } = Path.Combine(Root, "src", "NewsSite.Web");

    public string Url { get; }

    /// <summary>From the start of the process to the first page, whole.</summary>
    public TimeSpan TimeToFirstPage { get; private set; }

    private static string Root
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "NewsSite.sln")))
            {
                directory = directory.Parent ?? throw new InvalidOperationException("The benchmarks run from a build of the solution; NewsSite.sln is not above them.");
            }

            return directory.FullName;
        }
    }

    public static Dictionary<string, string> Settings(SiteData data, int port, Dictionary<string, string> more) => new(more)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Storage__Directory"] = data.Directory,
        ["Urls"] = $"http://127.0.0.1:{port}",
    };

    /// <summary>Starts the site and waits for its first page.</summary>
    public static async Task<SiteProcess> StartAsync(SiteData data, string page, Dictionary<string, string>? settings = null)
    {
        var port = Machine.FreePort();
        var began = Stopwatch.GetTimestamp();
        var process = Machine.StartServer("dotnet", [Assembly], ContentRoot, Settings(data, port, settings ?? []));
        var site = new SiteProcess(process, port);
        // Read, or a full pipe would stop the site.
        _ = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        while (!await AnswersAsync(port, page))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(began) > LongestStart)
            {
                await site.DisposeAsync();
                throw new InvalidOperationException($"The site did not start: {await errors}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2));
        }

        site.TimeToFirstPage = Stopwatch.GetElapsedTime(began);
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>A plain socket, so that the client's own warming up is not measured.</summary>
    private static async Task<bool> AnswersAsync(int port, string page)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync("127.0.0.1", port);
        }
        catch (SocketException)
        {
            return false;
        }

        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {page} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n"));
        using var received = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await socket.ReceiveAsync(buffer)) > 0)
        {
            received.Write(buffer, 0, count);
        }

        return received.ToArray().AsSpan().StartsWith("HTTP/1.1 200"u8);
    }
}
