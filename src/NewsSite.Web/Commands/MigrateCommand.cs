using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;

namespace NewsSite.Web.Commands;

/// <summary><c>migrate</c>: brings the database up to date.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database up to date; makes it where there is none.");
        command.SetAction((_, cancel) => CommandHost.RunAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDbContext>();
            var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
            await db.Database.MigrateAsync(cancel);
            await Console.Out.WriteLineAsync(pending == 0 ? "The database is up to date." : $"The database is up to date; {pending} change(s) made.");
            return null;
        }, takesAnyDatabase: true));
        return command;
    }
}
