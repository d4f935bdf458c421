using Dapper;
using DbUp;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging;

namespace Gateway.Data;

/// <summary>A database on SQL Server. It has to exist; migrating makes its schema.</summary>
/// <param name="options">Where it is.</param>
public sealed partial class SqlServerProvider(SqlServerDatabaseOptions options) : IDatabaseProvider
{
    private const string HasJournal = "SELECT COUNT(*) FROM sys.tables WHERE name = 'schema_script'";

    private readonly SqlCatalog _catalog = SqlCatalog.Load(SqlDialect.SqlServer);
    private readonly IReadOnlyList<MigrationScript> _scripts = MigrationScript.All(SqlDialect.SqlServer);

    /// <inheritdoc/>
    public string Description => SqlServerProsecutionDatabase.Describe(options);

    /// <inheritdoc/>
    public IProsecutionDatabase Open(ILoggerFactory loggers, TimeProvider time) =>
        new SqlServerProsecutionDatabase(options, loggers.CreateLogger<SqlServerProsecutionDatabase>(), time);

    /// <inheritdoc/>
    /// <remarks>
    /// With nothing to run it only reads, so that a login of the role <c>traffic_gateway</c> is enough.
    /// </remarks>
    public int Migrate(ILogger logger, TimeProvider time, CancellationToken cancellationToken) =>
        WithConnection(connection =>
        {
            if (ScriptStates(connection).All(script => script.IsApplied))
            {
                DatabaseMigrator.LogMigrated(logger, 0, connection.Database);
                return 0;
            }
            TakeLock(connection);
            var count = DatabaseMigrator.Run(
                DeployChanges.To.SqlDatabase(options.ConnectionString), SqlDialect.SqlServer, _scripts, time);
            AllowSnapshots(connection, logger);
            DatabaseMigrator.LogMigrated(logger, count, connection.Database);
            return count;
        });

    /// <inheritdoc/>
    public IReadOnlyList<ScriptState> ScriptStates() => WithConnection(ScriptStates);

    private IReadOnlyList<ScriptState> ScriptStates(SqlConnection connection) =>
        DatabaseMigrator.StateOf(connection, connection.ExecuteScalar<int>(HasJournal) > 0, _scripts);

    // Held until the connection is closed.
    private void TakeLock(SqlConnection connection)
    {
        var patience = (int)DatabaseMigrator.Patience.TotalMilliseconds;
        var result = connection.QuerySingle<int>(
            _catalog[SqlServerStatementName.SchemaLockTake],
            new { PatienceMilliseconds = patience },
            commandTimeout: (2 * patience) / 1000);
        if (result < 0)
            throw new MigrationException("Another process is changing the schema for too long.");
    }

    // Readers then neither wait for writers nor hold them up. Not everybody who may change a schema may change this.
    private void AllowSnapshots(SqlConnection connection, ILogger logger)
    {
        if (connection.QuerySingle<int>(_catalog[SqlServerStatementName.DatabaseSnapshotState]) == 0)
            Try(SqlServerStatementName.DatabaseAllowSnapshots);
        if (!connection.QuerySingle<bool>(_catalog[SqlServerStatementName.DatabaseCommittedSnapshotState]))
            Try(SqlServerStatementName.DatabaseReadCommittedSnapshot);

        void Try(string statement)
        {
            try
            {
                connection.Execute(_catalog[statement]);
            }
            catch (SqlException exception)
            {
                LogSettingRefused(logger, _catalog[statement].Trim(), exception.Number);
            }
        }
    }

    private T WithConnection<T>(Func<SqlConnection, T> work)
    {
        DapperTypes.Register();
        // Not of the pool: closing it ends its session, and with it the lock.
        using var connection = new SqlConnection(
            new SqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ToString());
        try
        {
            connection.Open();
            return work(connection);
        }
        catch (Exception exception) when (
            SqlServerFailure.Classify(exception, connection) == SqlServerFault.Unavailable)
        {
            throw new DatabaseUnavailableException(exception);
        }
    }

    [LoggerMessage(2004, LogLevel.Warning,
        "The server refused '{Statement}' with error {Number}; the database's owner should run it.")]
    private static partial void LogSettingRefused(ILogger logger, string statement, int number);
}
