using Microsoft.Extensions.Options;
using NewsSite.Data;

namespace NewsSite.Web.Settings;

/// <summary>Which database holds the records. Section <c>Database</c>; its address is <c>ConnectionStrings:NewsSite</c>.</summary>
public sealed record DatabaseSettings
{
    /// <summary><c>Sqlite</c> or <c>Postgres</c>.</summary>
    public string Provider { get; init; } = nameof(DatabaseProvider.Sqlite);

    /// <summary>Makes the options of the data layer: for SQLite without a connection string, <c>newssite.db</c> in the data directory.</summary>
    public static DatabaseOptions Read(IServiceProvider services)
    {
        var provider = Enum.Parse<DatabaseProvider>(services.GetRequiredService<IOptions<DatabaseSettings>>().Value.Provider);
        var connectionString = services.GetRequiredService<IConfiguration>().GetConnectionString("NewsSite");
        if (string.IsNullOrEmpty(connectionString))
        {
            var directory = services.GetRequiredService<IOptions<StorageSettings>>().Value.Root(services.GetRequiredService<IHostEnvironment>());
            Directory.CreateDirectory(directory);
            connectionString = $"Data Source={Path.Combine(directory, "newssite.db")}";
        }

        return new DatabaseOptions(provider, connectionString);
    }
}

/// <summary>Refuses an unknown provider, and PostgreSQL without an address.</summary>
internal sealed class DatabaseSettingsValidation(IConfiguration configuration) : IValidateOptions<DatabaseSettings>
{
    public ValidateOptionsResult Validate(string? name, DatabaseSettings options)
    {
        if (!Enum.GetNames<DatabaseProvider>().Contains(options.Provider))
        {
            return ValidateOptionsResult.Fail($"Database:Provider must be Sqlite or Postgres; it is \"{options.Provider}\".");
        }

        return options.Provider == nameof(DatabaseProvider.Postgres) && string.IsNullOrEmpty(configuration.GetConnectionString("NewsSite"))
            ? ValidateOptionsResult.Fail("ConnectionStrings:NewsSite must be set when Database:Provider is Postgres.")
            : ValidateOptionsResult.Success;
    }
}
