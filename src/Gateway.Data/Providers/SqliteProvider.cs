using DbUp;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Gateway.Data;

/// <summary>The embedded database, a SQLite file. Migrating makes the file and its folder where there are none.</summary>
/// <param name="options">Where it is.</param>
public sealed class SqliteProvider(SqliteDatabaseOptions options) : IDatabaseProvider
{
    private const string HasJournal = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_script'";

    private readonly string _path = Path.GetFullPath(options.Path);

    /// <inheritdoc/>
    public string Description => $"SQLite {_path}";

    private string ConnectionString =>
        new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false }.ToString();

    /// <inheritdoc/>
    public IProsecutionDatabase Open(ILoggerFactory loggers, TimeProvider time) =>
        new SqliteProsecutionDatabase(options, loggers.CreateLogger<SqliteProsecutionDatabase>());

    /// <inheritdoc/>
    public int Migrate(ILogger logger, TimeProvider time, CancellationToken cancellationToken) =>
        Migrate(MigrationScript.All(SqlDialect.Sqlite), logger, time, cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<ScriptState> ScriptStates()
    {
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadOnly }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = HasJournal;
            return DatabaseMigrator.StateOf(
                connection, (long)command.ExecuteScalar()! > 0, MigrationScript.All(SqlDialect.Sqlite));
        }
        catch (SqliteException exception) when (SqliteFailure.Translate(exception) is { } translated)
        {
            throw translated;
        }
    }

    internal int Migrate(
        IReadOnlyList<MigrationScript> scripts, ILogger logger, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            using var held = MigrationLock.Take(
                _path + ".migration-lock", DatabaseMigrator.Patience, time, cancellationToken);
            SwitchToWriteAheadLog();
            var count = DatabaseMigrator.Run(
                DeployChanges.To.SqliteDatabase(ConnectionString), SqlDialect.Sqlite, scripts, time);
            DatabaseMigrator.LogMigrated(logger, count, Path.GetFileName(_path));
            return count;
        }
        catch (SqliteException exception) when (SqliteFailure.Translate(exception) is { } translated)
        {
            throw translated;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException(exception);
        }
    }

    private void SwitchToWriteAheadLog()
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var wal = connection.CreateCommand();
        wal.CommandText = "PRAGMA journal_mode = WAL";
        wal.ExecuteNonQuery();
    }
}
