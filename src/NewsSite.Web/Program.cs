using NewsSite.Web;
using NewsSite.Web.Commands;
using NewsSite.Web.Settings;
using Serilog;
using Serilog.Settings.Configuration;

// Before anything else is touched: it is started for every picture, and is to know nothing of the site.
if (PressCommand.IsAskedFor(args))
{
    return PressCommand.Run();
}

if (NewsCommands.AreAskedFor(args))
{
    return await NewsCommands.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(SettingsFiles.ReadOnce(args));
builder.Services.AddSerilog((_, log) => log.ReadFrom.Configuration(builder.Configuration, new ConfigurationReaderOptions(typeof(ConsoleLoggerConfigurationExtensions).Assembly)));
builder.Services.AddNewsSite();
// Also outside Development, so that a build that was never published finds its style and fonts.
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

var app = builder.Build();
// Before the pipeline, whose parts read settings as they are put together. A wrong setting or an old database ends the start with a sentence, not with a stack trace.
if (await StartUp.PrepareAsync(app.Services, app.Lifetime.ApplicationStopping) is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return 1;
}

app.UseNewsSite();
await app.RunAsync();
return 0;

/// <summary>The site; public so that tests can host it.</summary>
public sealed partial class Program;
