using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NewsSite.Benchmarks;

/// <summary>The machine measured on: its cores, its ports, its programs.</summary>
internal static class Machine
{
    /// <summary>The core servers run on; the load comes from the other.</summary>
    public const int ServerCore = 0;

    private const int LoadCore = 1;

    private static bool CanPin => Environment.ProcessorCount > 1 && File.Exists("/usr/bin/taskset");

    /// <summary>What a reader of the figures needs to know.</summary>
    public static string Describe(bool pinned = true)
    {
        var cpu = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";
        var congestion = File.ReadAllText("/proc/sys/net/ipv4/tcp_congestion_control").Trim();
        var cores = CanPin && pinned ? "server and load on a core each" : "server and load sharing the cores";
        return $"{cpu}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, {cores}, loopback with TCP {congestion}";
    }

    /// <summary>A port of the loopback that is free now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a program on the servers' core, or on any.</summary>
    public static Process StartServer(string program, IEnumerable<string> arguments, string directory, IReadOnlyDictionary<string, string> environment, bool pinned = true) =>
        Start(pinned ? ServerCore : null, program, arguments, directory, environment);

    /// <summary>Runs a program on the load's core to its end.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunLoadAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Start(LoadCore, program, arguments, Environment.CurrentDirectory, new Dictionary<string, string>());
        return await ReadToEndAsync(process, program);
    }

    /// <summary>Runs a program to its end, on any core.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string directory, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Start(core: null, program, arguments, directory, environment);
        return await ReadToEndAsync(process, program);
    }

    /// <summary>Installs wrk where it is missing and may be.</summary>
    public static async Task EnsureWrkAsync()
    {
        if (!File.Exists("/usr/bin/wrk"))
        {
            Console.WriteLine("Installing wrk, the load generator.");
            var nothing = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
            string[] install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "wrk"];
            await (Environment.UserName == "root" ? RunAsync(install[0], install[1..], "/", nothing) : RunAsync("sudo", install, "/", nothing));
        }
    }

    private static Process Start(int? core, string program, IEnumerable<string> arguments, string directory, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments);
        if (core is not null && CanPin)
        {
            start = new ProcessStartInfo("/usr/bin/taskset", ["-c", $"{core}", program, .. start.ArgumentList]);
        }

        start.WorkingDirectory = directory;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private static async Task<string> ReadToEndAsync(Process process, string program)
    {
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors} {output}");
    }
}
