namespace NewsSite.Data;

/// <summary>Which database holds the records.</summary>
public enum DatabaseProvider
{
    /// <summary>A file; the default.</summary>
    Sqlite,

    /// <summary>PostgreSQL, where one machine is not enough.</summary>
    Postgres,
}

/// <summary>How to reach the database.</summary>
/// <param name="Provider">Which kind it is.</param>
/// <param name="ConnectionString">As the provider wants it.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString);
