using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace NewsSite.Media;

/// <summary>Starts the press for each file: this program once more, to do a <see cref="PressJob"/> and end.</summary>
/// <param name="program">The program.</param>
/// <param name="arguments">What makes it a press.</param>
public sealed class PressRoom(string program, IReadOnlyList<string> arguments)
{
    /// <summary>How long a picture may take; one within the limits takes two or three seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What the press may know of where it runs: how to find the runtime. Settings and secrets stay out.</summary>
    private static readonly string[] Known = ["PATH", "HOME", "TMPDIR", "LANG", "DOTNET_ROOT", "SystemRoot", "TEMP"];

    /// <summary>Has a file pressed.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="type">The media type it was sent as, if any.</param>
    /// <param name="content">The file.</param>
    /// <returns>What became of it. A press that falls over or takes too long leaves a damaged picture behind, as far as anybody can tell.</returns>
    public async Task<Pressed> PressAsync(string name, string? type, byte[] content)
    {
        using var press = Start();
        using var patience = new CancellationTokenSource(Patience);
        // Killed, its ends of the pipes close, and whoever reads or writes there is told.
        await using var end = patience.Token.Register(() => Kill(press));
        try
        {
            return await Task.Run(() =>
            {
                PressJob.Ask(press.StandardInput.BaseStream, name, type, content);
                return PressJob.Read(press.StandardOutput.BaseStream);
            });
        }
        catch (Exception fallen) when (fallen is IOException or JsonException or FormatException)
        {
            return new Pressed(null, new PictureRefusal(PictureFault.Damaged), []);
        }
        finally
        {
            Kill(press);
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, CreateNoWindow = true };
        var known = Known.Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).ToList();
        start.Environment.Clear();
        known.Where(k => k.Value is not null).ToList().ForEach(k => start.Environment[k.Name] = k.Value);
        // It lives for a second: no second heap for each core, and no time spent on compiling well.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        return Process.Start(start) ?? throw new InvalidOperationException("The press does not start.");
    }

    private static void Kill(Process press)
    {
        try
        {
            press.Kill();
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It had ended by itself.
        }
    }
}
