using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging;

namespace Gateway.Data;

/// <summary>
/// The prosecution's database on SQL Server 2019 or later, which <see cref="DatabaseMigrator"/> has made. Writes run at
/// READ COMMITTED and hold the rows that they rely on; reads see one moment where the database allows snapshots.
/// Thread-safe.
/// </summary>
public sealed partial class SqlServerProsecutionDatabase : IProsecutionDatabase
{
    private const byte SnapshotAllowed = 1;

    // A connection that was given back is not there again at the same moment.
    private const int SpareConnections = 10;

    private readonly SqlServerTransactions _transactions;
    private readonly ILogger<SqlServerProsecutionDatabase> _logger;
    private IsolationLevel _reads = IsolationLevel.Unspecified;

    /// <summary>Opens no connection yet.</summary>
    /// <exception cref="InvalidOperationException">The statements in this assembly are not complete.</exception>
    /// <exception cref="ArgumentException">The connection string is not one.</exception>
    public SqlServerProsecutionDatabase(
        SqlServerDatabaseOptions options, ILogger<SqlServerProsecutionDatabase> logger, TimeProvider time)
        : this(options, logger, time, onPoint: null)
    {
    }

    internal SqlServerProsecutionDatabase(
        SqlServerDatabaseOptions options,
        ILogger<SqlServerProsecutionDatabase> logger,
        TimeProvider time,
        Action<TransactionPoint>? onPoint)
    {
        ArgumentNullException.ThrowIfNull(options);
        DapperTypes.Register();
        Description = Describe(options);
        _logger = logger;
        var connectionString = new SqlConnectionStringBuilder(options.ConnectionString)
        {
            MaxPoolSize = options.Connections + SpareConnections,
        }.ToString();
        _transactions = new SqlServerTransactions(
            () => new SqlConnection(connectionString),
            SqlServerFailure.Classify,
            SqlCatalog.Load(SqlDialect.SqlServer),
            string.Create(
                CultureInfo.InvariantCulture,
                $"SET XACT_ABORT ON; SET LOCK_TIMEOUT {(long)options.LockTimeout.TotalMilliseconds};"),
            options.Connections,
            options.Retries,
            time,
            onPoint);
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            if (_reads == IsolationLevel.Unspecified)
                _reads = await ReadIsolationAsync(cancellationToken).ConfigureAwait(false);
            return await _transactions.ReadAsync(_reads, work, cancellationToken).ConfigureAwait(false);
        }
        catch (DatabaseUnavailableException exception)
        {
            LogUnavailable(exception, NumberOf(exception));
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return await _transactions.WriteAsync(work, cancellationToken).ConfigureAwait(false);
        }
        catch (DatabaseUnavailableException exception)
        {
            LogUnavailable(exception, NumberOf(exception));
            throw;
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
        catch (SqlException exception)
        {
            throw new DatabaseUnavailableException(exception);
        }
    }

    /// <summary>No call may be under way any more.</summary>
    public ValueTask DisposeAsync()
    {
        _transactions.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static string Describe(SqlServerDatabaseOptions options)
    {
        var server = new SqlConnectionStringBuilder(options.ConnectionString);
        return $"SQL Server {server.InitialCatalog} on {server.DataSource}";
    }

    private async Task<IsolationLevel> ReadIsolationAsync(CancellationToken ct)
    {
        var state = await _transactions.ReadAsync(
            IsolationLevel.ReadCommitted,
            session => session.GetAsync<byte>(SqlServerStatementName.DatabaseSnapshotState, null, ct),
            ct).ConfigureAwait(false);
        if (state == SnapshotAllowed)
            return IsolationLevel.Snapshot;
        LogNoSnapshots();
        return IsolationLevel.ReadCommitted;
    }

    private static int NumberOf(DatabaseUnavailableException exception) =>
        exception.InnerException is SqlException sql ? sql.Number : 0;

    [LoggerMessage(2001, LogLevel.Error, "The database failed with SQL Server error {Number}.")]
    private partial void LogUnavailable(Exception exception, int number);

    [LoggerMessage(2003, LogLevel.Warning,
        "The database does not allow snapshots: an answer of several statements may mix moments. As its owner run "
        + "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON.")]
    private partial void LogNoSnapshots();
}
