using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Gateway.Data;

/// <summary>
/// The prosecution's database in a SQLite file, which <see cref="DatabaseMigrator"/> has made. Reads go on beside a
/// write (WAL); writers of this process take turns, so that none polls for SQLite's one write lock. A commit is on the
/// disk when it returns. Thread-safe.
/// </summary>
public sealed partial class SqliteProsecutionDatabase : IProsecutionDatabase, IDisposable
{
    private readonly SqliteConnectionPool _pool;
    private readonly SqlCatalog _catalog;
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly ILogger<SqliteProsecutionDatabase> _logger;

    /// <summary>Opens no connection yet.</summary>
    /// <exception cref="InvalidOperationException">The statements in this assembly are not complete.</exception>
    public SqliteProsecutionDatabase(SqliteDatabaseOptions options, ILogger<SqliteProsecutionDatabase> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        DapperTypes.Register();
        _pool = new SqliteConnectionPool(options);
        _catalog = SqlCatalog.Load(SqlDialect.Sqlite);
        _logger = logger;
        Description = $"SQLite {Path.GetFileName(options.Path)}";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return RunAsync(work, deferred: true, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await RunAsync(work, deferred: false, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <inheritdoc/>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(
                session => session.GetAsync<long>(StatementName.DatabasePing, null, cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception)
        {
            throw new DatabaseUnavailableException(exception);
        }
    }

    /// <summary>Closes the connections; calls that are under way close theirs when they end.</summary>
    public void Dispose()
    {
        _pool.Dispose();
        _writer.Dispose();
    }

    private async Task<T> RunAsync<T>(Func<DatabaseSession, Task<T>> work, bool deferred, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        SqliteConnection? connection = null;
        var isSound = false;
        try
        {
            connection = _pool.Take();
            using var transaction = connection.BeginTransaction(deferred);
            try
            {
                var result = await work(new DatabaseSession(connection, transaction, _catalog)).ConfigureAwait(false);
                transaction.Commit();
                isSound = true;
                return result;
            }
            catch (Exception exception) when (exception is not SqliteException)
            {
                transaction.Rollback();
                isSound = true;
                throw;
            }
        }
        catch (SqliteException exception) when (SqliteFailure.Translate(exception) is { } translated)
        {
            if (translated is DatabaseUnavailableException)
                LogUnavailable(exception, exception.SqliteExtendedErrorCode);
            throw translated;
        }
        finally
        {
            if (connection is not null)
                _pool.Return(connection, isSound);
        }
    }

    [LoggerMessage(2001, LogLevel.Error, "The database failed with SQLite code {SqliteCode}.")]
    private partial void LogUnavailable(Exception exception, int sqliteCode);
}
