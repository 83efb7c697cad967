namespace NewsSite.Web.Settings;

/// <summary>How the settings files are read.</summary>
internal static class SettingsFiles
{
    /// <summary>
    /// The start's arguments, with the one that has the files read once. Nobody reads a changed setting before the next start, and each watcher takes one of the few the
    /// kernel gives a user (128 by default): a server among others that spend them would not start.
    /// </summary>
    public static string[] ReadOnce(params string[] arguments) => [.. arguments, "--hostBuilder:reloadConfigOnChange=false"];
}
