using DbUp;
using DbUp.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Gateway.Data;

/// <summary>Makes the schema and brings it up to date. Thread-safe, also across processes.</summary>
public static partial class DatabaseMigrator
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Makes the database file and its directory where there are none, and runs the scripts that have not run yet, each
    /// in its own transaction. One process at a time.
    /// </summary>
    /// <returns>How many scripts ran.</returns>
    /// <exception cref="MigrationException">A script failed or was changed after it ran, or another process holds the
    /// lock.</exception>
    /// <exception cref="DatabaseUnavailableException">The file cannot be opened or written.</exception>
    public static int Migrate(
        SqliteDatabaseOptions options, ILogger logger, TimeProvider time, CancellationToken cancellationToken) =>
        Migrate(options, MigrationScript.All(SqlDialect.Sqlite), logger, time, cancellationToken);

    internal static int Migrate(
        SqliteDatabaseOptions options,
        IReadOnlyList<MigrationScript> scripts,
        ILogger logger,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(options.Path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var held = MigrationLock.Take(path + ".migration-lock", LockPatience, time, cancellationToken);
            var count = Run(path, scripts, time);
            LogMigrated(logger, count, Path.GetFileName(path));
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

    private static int Run(string path, IReadOnlyList<MigrationScript> scripts, TimeProvider time)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        using (var connection = new SqliteConnection(connectionString))
        {
            connection.Open();
            using var wal = connection.CreateCommand();
            wal.CommandText = "PRAGMA journal_mode = WAL";
            wal.ExecuteNonQuery();
        }

        var result = DeployChanges.To
            .SqliteDatabase(connectionString)
            .WithScripts(scripts.Select(script => new SqlScript(script.Name, script.Text)))
            .JournalTo((connections, _) => new ScriptJournal(connections, scripts, time))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (result.Successful)
            return result.Scripts.Count();
        throw result.Error as MigrationException
            ?? new MigrationException($"Script {result.ErrorScript?.Name ?? "journal"} failed.", result.Error);
    }

    [LoggerMessage(2002, LogLevel.Information, "Schema of {Database} is up to date; {Count} scripts ran.")]
    private static partial void LogMigrated(ILogger logger, int count, string database);
}
