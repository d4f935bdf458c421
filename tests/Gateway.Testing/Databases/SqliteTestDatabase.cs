using System.Data.Common;
using Gateway.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Testing.Databases;

/// <summary>A SQLite file in a temporary folder.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gateway-data-");

    public SqliteTestDatabase()
    {
        Options = new SqliteDatabaseOptions { Path = Path.Combine(_folder.FullName, "prosecution.db") };
        Provider = new SqliteProvider(Options);
    }

    /// <summary>Where the file is.</summary>
    public SqliteDatabaseOptions Options { get; }

    /// <inheritdoc/>
    public override IDatabaseProvider Provider { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Gateway:Database:Provider"] = "Sqlite",
        ["Gateway:Database:ConnectionString"] = $"Data Source={Options.Path}",
    };

    /// <inheritdoc/>
    public override DbConnection Connect()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Options.Path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private protected override IProsecutionDatabase OpenNew(Action<TransactionPoint>? onPoint) =>
        new SqliteProsecutionDatabase(Options, NullLogger<SqliteProsecutionDatabase>.Instance, onPoint);

    private protected override void Drop() => _folder.Delete(recursive: true);
}
