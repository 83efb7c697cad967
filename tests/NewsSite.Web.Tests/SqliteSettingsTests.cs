using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Web.Tests;

public sealed class SqliteSettingsTests(SqliteNewsroom newsroom)
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    public async Task Every_connection_keeps_what_it_acknowledged(string pragma, string value)
    {
        var stored = await newsroom.InDatabase(async db =>
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return $"{await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)}";
        });

        Assert.Equal(value, stored);
    }
}
