using System.Data.Common;
using Gateway.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Testing.Databases;

/// <summary>A database of its own on the server under test.</summary>
internal sealed class SqlServerTestDatabase : TestDatabase
{
    public SqlServerTestDatabase()
    {
        Options = new SqlServerDatabaseOptions { ConnectionString = SqlServerUnderTest.CreateDatabase() };
        Provider = new SqlServerProvider(Options);
    }

    /// <summary>Where it is.</summary>
    public SqlServerDatabaseOptions Options { get; }

    /// <inheritdoc/>
    public override IDatabaseProvider Provider { get; }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Gateway:Database:Provider"] = "SqlServer",
        ["Gateway:Database:ConnectionString"] = Options.ConnectionString,
    };

    /// <inheritdoc/>
    public override DbConnection Connect()
    {
        var connection = new SqlConnection(Options.ConnectionString);
        connection.Open();
        return connection;
    }

    private protected override IProsecutionDatabase OpenNew(Action<TransactionPoint>? onPoint) =>
        new SqlServerProsecutionDatabase(
            Options, NullLogger<SqlServerProsecutionDatabase>.Instance, TimeProvider.System, onPoint);

    private protected override void Drop() => SqlServerUnderTest.DropDatabase(Options.ConnectionString);
}
