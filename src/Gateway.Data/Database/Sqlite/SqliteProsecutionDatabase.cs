using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Gateway.Data;

/// <summary>
/// The prosecution's database in a SQLite file, which <see cref="DatabaseMigrator"/> has made. Reads go on beside a
/// write (WAL); the writers of this process go through one, which commits them in groups. A commit is on the disk when it
/// returns. Thread-safe.
/// </summary>
public sealed partial class SqliteProsecutionDatabase : IProsecutionDatabase
{
    private readonly SqliteConnectionPool _pool;
    private readonly SqlCatalog _catalog;
    private readonly SqliteWriter _writer;
    private readonly ILogger<SqliteProsecutionDatabase> _logger;

    /// <summary>Opens no connection yet.</summary>
    /// <exception cref="InvalidOperationException">The statements in this assembly are not complete.</exception>
    public SqliteProsecutionDatabase(SqliteDatabaseOptions options, ILogger<SqliteProsecutionDatabase> logger)
        : this(options, logger, onPoint: null)
    {
    }

    internal SqliteProsecutionDatabase(
        SqliteDatabaseOptions options,
        ILogger<SqliteProsecutionDatabase> logger,
        Action<TransactionPoint>? onPoint)
    {
        ArgumentNullException.ThrowIfNull(options);
        DapperTypes.Register();
        _pool = new SqliteConnectionPool(options, waits: true);
        _catalog = SqlCatalog.Load(SqlDialect.Sqlite);
        _writer = new SqliteWriter(options, _catalog, onPoint);
        _logger = logger;
        Description = $"SQLite {Path.GetFileName(options.Path)}";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>COMMITs so far; fewer than writes where they shared one.</summary>
    internal long Commits => _writer.Commits;

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        cancellationToken.ThrowIfCancellationRequested();
        SqliteConnection? connection = null;
        var isSound = false;
        try
        {
            connection = _pool.Take();
            using var transaction = connection.BeginTransaction(deferred: true);
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
        catch (SqliteException exception) when (Translate(exception) is { } translated)
        {
            throw translated;
        }
        finally
        {
            if (connection is not null)
                _pool.Return(connection, isSound);
        }
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return await _writer.WriteAsync(work, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteCommitException exception) when (Translate(exception.Cause) is DatabaseUnavailableException)
        {
            throw new DatabaseUnavailableException(exception.Cause) { IsCommitUnknown = true };
        }
        catch (SqliteException exception) when (Translate(exception) is { } translated)
        {
            throw translated;
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

    /// <summary>Does what was asked before, then closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        _pool.Dispose();
    }

    private Exception? Translate(SqliteException exception)
    {
        var translated = SqliteFailure.Translate(exception);
        if (translated is DatabaseUnavailableException)
            LogUnavailable(exception, exception.SqliteExtendedErrorCode);
        return translated;
    }

    [LoggerMessage(2001, LogLevel.Error, "The database failed with SQLite code {SqliteCode}.")]
    private partial void LogUnavailable(Exception exception, int sqliteCode);
}
