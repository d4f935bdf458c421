using System.Data.Common;
using Gateway.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Testing.Databases;

/// <summary>A SQLite file in a folder.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly DirectoryInfo? _ownFolder;

    /// <summary>In a temporary folder, which goes with it.</summary>
    public SqliteTestDatabase()
        : this(Directory.CreateTempSubdirectory("gateway-data-"))
    {
    }

    /// <summary>In a folder of the test's own.</summary>
    public SqliteTestDatabase(string directory)
    {
        Options = new SqliteDatabaseOptions { Path = Path.Combine(directory, "prosecution.db") };
        Provider = new SqliteProvider(Options);
    }

    private SqliteTestDatabase(DirectoryInfo ownFolder)
        : this(ownFolder.FullName) => _ownFolder = ownFolder;

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

    private protected override void Drop() => _ownFolder?.Delete(recursive: true);
}
