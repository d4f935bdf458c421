using System.Data;
using System.Data.Common;
using Dapper;
using Polly;
using Polly.Retry;

namespace Gateway.Data;

/// <summary>
/// Runs work in a transaction on a connection of its own, and again from its start on a fresh one where the server asks
/// for that. Thread-safe.
/// </summary>
/// <param name="connect">Makes a connection, not yet open.</param>
/// <param name="classify">Tells what a failure means.</param>
/// <param name="catalog">The statements.</param>
/// <param name="settings">Run at the start of each write; null for none.</param>
/// <param name="places">Transactions that may be under way at once; fewer than the pool has connections, so that none
/// waits there, where the wait ends in an error.</param>
/// <param name="retries">How often a transaction that the server rolled back is run again.</param>
/// <param name="time">The clock for the waits in between.</param>
/// <param name="onPoint">Told where each write is; for tests.</param>
internal sealed class SqlServerTransactions(
    Func<DbConnection> connect,
    Func<Exception, DbConnection, SqlServerFault> classify,
    SqlCatalog catalog,
    string? settings,
    int places,
    int retries,
    TimeProvider time,
    Action<TransactionPoint>? onPoint) : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _places = new(places);
    private readonly ResiliencePipeline _again = Pipeline(retries, time);

    /// <summary>Reads that see what is committed; with Snapshot all see the same moment.</summary>
    /// <exception cref="DatabaseUnavailableException">The database itself failed.</exception>
    public Task<T> ReadAsync<T>(
        IsolationLevel isolation, Func<DatabaseSession, Task<T>> work, CancellationToken ct) =>
        AgainAsync(token => RunAsync(isolation, isWrite: false, work, token), ct);

    /// <summary>Reads and writes that commit together.</summary>
    /// <exception cref="DuplicateRowException">A unique index refused a row twice.</exception>
    /// <exception cref="DatabaseUnavailableException">The database itself failed.</exception>
    public Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken ct) =>
        AgainAsync(token => RunAsync(IsolationLevel.ReadCommitted, isWrite: true, work, token), ct);

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private async Task<T> AgainAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken ct)
    {
        await _places.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return await _again.ExecuteAsync(async token => await run(token).ConfigureAwait(false), ct)
                .ConfigureAwait(false);
        }
        catch (SqlServerConflictException conflict)
        {
            throw new DatabaseUnavailableException(conflict.InnerException!);
        }
        catch (RowChangedException changed)
        {
            throw new DatabaseUnavailableException(changed);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<T> RunAsync<T>(
        IsolationLevel isolation, bool isWrite, Func<DatabaseSession, Task<T>> work, CancellationToken ct)
    {
        var isCommitting = false;
        var connection = connect();
        await using var closing = connection.ConfigureAwait(false);
        try
        {
            await connection.OpenAsync(ct).ConfigureAwait(false);
            if (isWrite && settings is not null)
                await connection.ExecuteAsync(new CommandDefinition(settings, cancellationToken: ct))
                    .ConfigureAwait(false);
            var transaction = await connection.BeginTransactionAsync(isolation, ct).ConfigureAwait(false);
            await using var ending = transaction.ConfigureAwait(false);
            var result = await work(new DatabaseSession(connection, transaction, catalog)).ConfigureAwait(false);
            if (isWrite)
                onPoint?.Invoke(TransactionPoint.BeforeCommit);
            isCommitting = isWrite;
            // From here on it is the database's word whether it took place, whoever has lost interest.
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            if (isWrite)
                onPoint?.Invoke(TransactionPoint.AfterCommit);
            return result;
        }
        catch (DbException) when (ct.IsCancellationRequested && !isCommitting)
        {
            throw new OperationCanceledException(ct);
        }
        catch (Exception exception) when (Translate(exception, connection, isCommitting) is { } translated)
        {
            throw translated;
        }
    }

    private Exception? Translate(Exception exception, DbConnection connection, bool isCommitting) =>
        classify(exception, connection) switch
        {
            SqlServerFault.Duplicate => new DuplicateRowException(exception),
            SqlServerFault.Conflict => new SqlServerConflictException(exception),
            SqlServerFault.Unavailable =>
                new DatabaseUnavailableException(exception) { IsCommitUnknown = isCommitting },
            _ => null,
        };

    private static ResiliencePipeline Pipeline(int retries, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<SqlServerConflictException>().Handle<RowChangedException>(),
                MaxRetryAttempts = retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstWait,
                MaxDelay = LongestWait,
            });
        }
        return builder
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<DuplicateRowException>(),
                MaxRetryAttempts = 1,
                Delay = TimeSpan.Zero,
            })
            .Build();
    }
}
