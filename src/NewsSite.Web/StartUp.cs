using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Data;
using NewsSite.Site;
using NewsSite.Web.Pages;
using NewsSite.Web.Settings;

namespace NewsSite.Web;

/// <summary>What happens between building the site and serving it.</summary>
internal static class StartUp
{
    /// <summary>Validates the settings, brings the database up to date where that is this start's business, and loads the sample publication into an empty one.</summary>
    /// <returns>Why the site cannot start, as a sentence; null when it can.</returns>
    public static async Task<string?> PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var environment = services.GetRequiredService<IHostEnvironment>();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            var db = scope.ServiceProvider.GetRequiredService<NewsDbContext>();
            if (await BringUpToDateAsync(db, environment, cancel) is { } outOfDate)
            {
                return outOfDate;
            }

            var history = scope.ServiceProvider.GetRequiredService<SettingHistory>();
            await services.GetRequiredService<SiteSettings>().RefreshAsync(history, cancel);
            var seeds = services.GetRequiredService<SeedSettings>();
            if (seeds.LoadsIn(environment) && !await db.Articles.AnyAsync(cancel)
                && await Commands.SeedCommand.LoadAsync(scope.ServiceProvider, seeds.Directory, Console.Out, cancel) is { } refusal)
            {
                return refusal;
            }

            await services.GetRequiredService<SectionMenu>().RefreshAsync(db, cancel);
            return null;
        }
        catch (OptionsValidationException wrong)
        {
            return string.Join(Environment.NewLine, wrong.Failures);
        }
    }

    /// <summary>Brings the database of a developer up to date; on any other an operator does that, after a backup.</summary>
    /// <returns>What the operator is to do, as a sentence; null when the database is as this version needs it.</returns>
    public static async Task<string?> BringUpToDateAsync(NewsDbContext db, IHostEnvironment environment, CancellationToken cancel)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0 && !environment.IsDevelopment())
        {
            return $"The database lacks {pending.Count} of the changes this version needs (the first is {pending[0]}). Run the command \"migrate\", then try again.";
        }

        // Only when there is something to do: it takes the database's lock and builds the model a second time, a tenth of the start.
        if (pending.Count > 0)
        {
            await db.Database.MigrateAsync(cancel);
        }

        return null;
    }
}
