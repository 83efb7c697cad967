using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using Npgsql;

namespace NewsSite.Benchmarks;

/// <summary>The data of a site: made by <c>migrate</c> and <c>seed</c>, thrown away afterwards.</summary>
internal sealed class SiteData : IAsyncDisposable
{
    private readonly string? server;

    private SiteData(string directory, string? server) => (Directory, this.server) = (directory, server);

    public string Directory { get; }

    /// <summary>The connection to the PostgreSQL database; null where the site keeps its own file.</summary>
    public string? Postgres { get; private set; }

    public string Database => Path.Combine(Directory, "newssite.db");

    /// <param name="server">A PostgreSQL server on which to make a database; null for SQLite.</param>
    public static async Task<SiteData> CreateAsync(string? server = null)
    {
        var data = new SiteData(System.IO.Directory.CreateTempSubdirectory("newssite-benchmarks").FullName, server);
        if (server is not null)
        {
            var name = $"newssite_benchmarks_{Guid.NewGuid():N}";
            await OnServerAsync(server, $"CREATE DATABASE {name}");
            data.Postgres = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        }

        foreach (var verb in (string[])["migrate", "seed"])
        {
            await Machine.RunAsync("dotnet", [SiteProcess.Assembly, verb], SiteProcess.ContentRoot, SiteProcess.Settings(data, port: 0, []));
        }

        return data;
    }

    /// <summary>The database itself, for making what the sample publication has not.</summary>
    public NewsDbContext Open() => Postgres is null
        ? new SqliteNewsDbContext((DbContextOptions<SqliteNewsDbContext>)new DbContextOptionsBuilder<SqliteNewsDbContext>().UseNewsSqlite($"Data Source={Database}").Options)
        : new PostgresNewsDbContext((DbContextOptions<PostgresNewsDbContext>)new DbContextOptionsBuilder<PostgresNewsDbContext>().UseNewsPostgres(Postgres).Options);

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
        if (Postgres is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await OnServerAsync(server!, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(Postgres).Database} WITH (FORCE)");
        }
    }

    private static async Task OnServerAsync(string server, string statement)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
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

    /// <summary>What the process has in memory.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

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
        ["Database__Provider"] = data.Postgres is null ? "Sqlite" : "Postgres",
        ["ConnectionStrings__NewsSite"] = data.Postgres ?? "",
        ["Storage__Directory"] = data.Directory,
        ["Urls"] = $"http://127.0.0.1:{port}",
    };

    /// <summary>Starts the site and waits for its first page.</summary>
    public static async Task<SiteProcess> StartAsync(SiteData data, string page, Dictionary<string, string>? settings = null, string? assembly = null, string? contentRoot = null, bool pinned = true)
    {
        var port = Machine.FreePort();
        var began = Stopwatch.GetTimestamp();
        var process = Machine.StartServer("dotnet", [assembly ?? Assembly], contentRoot ?? ContentRoot, Settings(data, port, settings ?? []), pinned);
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

    /// <summary>Ends the site as a power failure would: by SIGKILL.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
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
