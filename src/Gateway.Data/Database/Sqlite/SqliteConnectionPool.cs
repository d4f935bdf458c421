using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Gateway.Data;

/// <summary>
/// Open connections with their settings made. The driver's own pool does not tell a new connection from a used one, so
/// each use would have to make the settings again, which costs more than a point query. Thread-safe.
/// </summary>
/// <param name="options">Where the database is.</param>
/// <param name="waits">
/// Whether a statement waits for another process's write; else it fails as busy, and whoever runs it asks again.
/// </param>
internal sealed class SqliteConnectionPool(SqliteDatabaseOptions options, bool waits) : IDisposable
{
    /// <summary>The driver's own wait, after that of the database is over. Zero would be for ever.</summary>
    private const int DriverTimeoutSeconds = 1;

    private const int NoDriverTimeout = -1;

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = options.Path,
        Mode = SqliteOpenMode.ReadWrite,
        Pooling = false,
        DefaultTimeout = waits ? DriverTimeoutSeconds : NoDriverTimeout,
    }.ToString();

    // One statement each: of several, the driver keeps the failures of those after the first answer to itself.
    private readonly string[] _settings =
    [
        $"PRAGMA busy_timeout = {(waits ? (long)options.BusyTimeout.TotalMilliseconds : 0)}",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA temp_store = MEMORY",
    ];

    private readonly ConcurrentStack<SqliteConnection> _idle = [];
    private volatile bool _disposed;

    /// <summary>An open connection, for one user until it is given back.</summary>
    public SqliteConnection Take()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _idle.TryPop(out var connection) ? connection : Open();
    }

    /// <summary>Gives a connection back. One that failed is closed.</summary>
    public void Return(SqliteConnection connection, bool isSound)
    {
        if (isSound && !_disposed && _idle.Count < options.IdleConnections)
            _idle.Push(connection);
        else
            connection.Dispose();
        if (_disposed)
            CloseIdle();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        CloseIdle();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            foreach (var setting in _settings)
            {
                command.CommandText = setting;
                command.ExecuteNonQuery();
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void CloseIdle()
    {
        while (_idle.TryPop(out var connection))
            connection.Dispose();
    }
}
