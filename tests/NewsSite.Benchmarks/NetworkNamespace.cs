using System.Diagnostics;

namespace NewsSite.Benchmarks;

/// <summary>
/// Some kernels use TCP bbr on the loopback too, which paces large answers as if there were a network and so measures itself. Root can have a network of
/// its own with nothing but a loopback, and reno on it; both sides of every comparison then run there.
/// </summary>
internal static class NetworkNamespace
{
    private const string Inside = "NEWSSITE_BENCHMARKS_NAMESPACE";

    /// <summary>Runs this program again in such a network, where that is possible and not done yet.</summary>
    /// <returns>The exit code of that run; null when this is the process to measure.</returns>
    public static async Task<int?> EnterAsync(string[] args)
    {
        // Before, because there is no way out to a package archive from inside.
        if (Environment.GetEnvironmentVariable(Inside) is not null)
        {
            return null;
        }

        await Machine.EnsureWrkAsync();
        if (Environment.UserName != "root" || !File.Exists("/usr/bin/unshare"))
        {
            Console.WriteLine("Measured on the machine's own loopback; as root it would be a network namespace with TCP reno.");
            return null;
        }

        const string Script = "ip link set lo up && sysctl -qw net.ipv4.tcp_congestion_control=reno && exec \"$@\"";
        var start = new ProcessStartInfo("/usr/bin/unshare", ["--net", "sh", "-c", Script, "sh", Environment.ProcessPath!, .. args]);
        start.Environment[Inside] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("unshare did not start.");
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
