using System.CommandLine;

namespace NewsSite.Web.Commands;

/// <summary>
/// The verbs of the executable; without one it serves. Exit code 0 on success, 1 on refused input with a sentence on standard error, 2 on wrong usage.
/// </summary>
internal static class NewsCommands
{
    private const int WrongUsage = 2;

    private static readonly string[] HelpOptions = ["--help", "-h", "-?", "--version"];

    /// <summary>True when the first word is a verb or a call for help; settings such as <c>--urls</c> are the server's.</summary>
    public static bool AreAskedFor(string[] args) => args.Length > 0 && (!args[0].StartsWith('-') || HelpOptions.Contains(args[0]));

    /// <summary>Runs the verb.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("NewsSite: publishes translated opinion and the conversation about it. Without a verb it serves the site.")
        {
            MigrateCommand.Create(),
            SeedCommand.Create(),
            ImportCommand.Create(),
            OutboxCommand.Create(),
            SearchCommand.Create(),
            AccountCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            return WrongUsage;
        }

        return await parsed.InvokeAsync();
    }
}
