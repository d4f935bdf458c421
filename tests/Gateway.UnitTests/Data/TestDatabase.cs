using Gateway.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.UnitTests.Data;

/// <summary>A database file of its own in a temporary folder, with the schema; gone when disposed.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gateway-data-");

    public TestDatabase()
    {
        Options = new SqliteDatabaseOptions { Path = Path.Combine(_folder.FullName, "prosecution.db") };
        DatabaseMigrator.Migrate(Options, NullLogger.Instance, TimeProvider.System, CancellationToken.None);
        Database = new SqliteProsecutionDatabase(Options, NullLogger<SqliteProsecutionDatabase>.Instance);
    }

    public SqliteDatabaseOptions Options { get; }

    public SqliteProsecutionDatabase Database { get; }

    /// <summary>Runs SQL beside the gateway, as the prosecution's own programs do.</summary>
    public void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The one value of a question.</summary>
    public long Number(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Delete(recursive: true);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Options.Path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
