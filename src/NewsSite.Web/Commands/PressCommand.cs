using NewsSite.Media;

namespace NewsSite.Web.Commands;

/// <summary><c>press</c>: what the site starts itself as to decode an uploaded picture. It takes a file from standard input and is of no use to people, so no help names it.</summary>
internal static class PressCommand
{
    private const string Verb = "press";

    public static bool IsAskedFor(string[] args) => args is [Verb];

    public static int Run()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        PressJob.Run(input, output);
        return 0;
    }

    /// <summary>The press that belongs to this program, which may itself be hosted by another: by tests, by <c>dotnet</c>.</summary>
    public static PressRoom Room()
    {
        var library = typeof(PressCommand).Assembly.Location;
        var program = Path.ChangeExtension(library, OperatingSystem.IsWindows() ? ".exe" : null);
        return File.Exists(program) ? new PressRoom(program, [Verb]) : new PressRoom("dotnet", [library, Verb]);
    }
}
