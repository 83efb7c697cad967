using Microsoft.Extensions.Options;
using NewsSite.Data;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Commands;

/// <summary>Gives a verb the services and settings the server has, without serving.</summary>
internal static class CommandHost
{
    /// <summary>Runs the work in a scope of its own.</summary>
    /// <param name="work">Returns the refusal as a sentence, or null.</param>
    /// <param name="takesAnyDatabase">True for work that does not need the database up to date.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Func<IServiceProvider, Task<string?>> work, bool takesAnyDatabase = false)
    {
        var builder = WebApplication.CreateBuilder(SettingsFiles.ReadOnce());
        // A command's own words are its output; the log would only come between.
        builder.Logging.ClearProviders();
        builder.Services.AddNewsSite();
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        string? refusal;
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            refusal = takesAnyDatabase ? null : await StartUp.BringUpToDateAsync(scope.ServiceProvider.GetRequiredService<NewsDbContext>(), app.Environment, CancellationToken.None);
            refusal ??= await work(scope.ServiceProvider);
        }
        catch (OptionsValidationException wrong)
        {
            refusal = string.Join(Environment.NewLine, wrong.Failures);
        }

        if (refusal is null)
        {
            return 0;
        }

        await Console.Error.WriteLineAsync(refusal);
        return 1;
    }
}
