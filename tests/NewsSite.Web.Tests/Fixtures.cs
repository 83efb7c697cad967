using NewsSite.Web.Tests;

[assembly: AssemblyFixture(typeof(SqliteNewsroom))]
[assembly: AssemblyFixture(typeof(PostgresNewsroom))]
// Both sites share the machine, and the statement counts must be of one test alone.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
