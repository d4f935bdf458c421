using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Gateway.Data;

/// <summary>
/// The one writer of a process. Transactions that wait at the same moment share one COMMIT, and so one flush to the
/// disk; each has a savepoint of its own, so that one that is refused leaves its neighbours alone. Nobody hears anything,
/// not even a refusal, before the COMMIT of the group; if that fails, it fails all of them. Thread-safe.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>The most that share a COMMIT: beyond, the flush is a small part, and the first waits for the last.</summary>
    private const int MostPerCommit = 128;

    private const string Savepoint = "work";

    /// <summary>
    /// How often another process that writes is asked for its turn. SQLite's own wait sleeps ever longer, up to 100 ms,
    /// and a process that writes without a pause is faster each time.
    /// </summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(1);

    private readonly Channel<SqliteWrite> _waiting = Channel.CreateUnbounded<SqliteWrite>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly SqliteConnectionPool _pool;
    private readonly TimeSpan _patience;
    private readonly SqlCatalog _catalog;
    private readonly Action<TransactionPoint>? _onPoint;
    private readonly Task _loop;

    public SqliteWriter(SqliteDatabaseOptions options, SqlCatalog catalog, Action<TransactionPoint>? onPoint)
    {
        _pool = new SqliteConnectionPool(options, waits: false);
        _patience = options.BusyTimeout;
        _catalog = catalog;
        _onPoint = onPoint;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>COMMITs so far.</summary>
    public long Commits { get; private set; }

    /// <summary>Runs the work in a transaction and returns once it is on the disk.</summary>
    public async Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken ct)
    {
        var write = new SqliteWrite<T>(work, ct);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(write), this);
        return await write.Result.ConfigureAwait(false);
    }

    /// <summary>Ends once what is waiting is done.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
        _pool.Dispose();
    }

    private async Task RunAsync()
    {
        var group = new List<SqliteWrite>(MostPerCommit);
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            try
            {
                await CommitGroupAsync(group).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                foreach (var write in group)
                    write.Fail(exception);
                continue;
            }

            foreach (var write in group)
                write.Tell();
        }
    }

    private async Task CommitGroupAsync(List<SqliteWrite> group)
    {
        SqliteConnection? connection = null;
        var isSound = false;
        try
        {
            using var transaction = await BeginAsync().ConfigureAwait(false);
            connection = transaction.Connection!;
            var session = new DatabaseSession(connection, transaction, _catalog);
            while (group.Count < MostPerCommit && _waiting.Reader.TryRead(out var write))
            {
                group.Add(write);
                transaction.Save(Savepoint);
                if (!await write.RunAsync(session).ConfigureAwait(false))
                    transaction.Rollback(Savepoint);
                transaction.Release(Savepoint);
            }

            Commit(transaction);
            isSound = true;
        }
        catch when (group.Count == 0)
        {
            // The transaction could not even begin: those that wait for it hear of it.
            while (_waiting.Reader.TryRead(out var write))
                group.Add(write);
            throw;
        }
        finally
        {
            if (connection is not null)
                _pool.Return(connection, isSound);
        }
    }

    private async Task<SqliteTransaction> BeginAsync()
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            SqliteConnection? connection = null;
            try
            {
                connection = _pool.Take();
                return connection.BeginTransaction(deferred: false);
            }
            catch (SqliteException exception)
            {
                var isBusy = SqliteFailure.IsBusy(exception);
                if (connection is not null)
                    _pool.Return(connection, isSound: isBusy);
                if (!isBusy || TimeProvider.System.GetElapsedTime(start) > _patience)
                    throw;
            }

            await Task.Delay(Poll, TimeProvider.System).ConfigureAwait(false);
        }
    }

    private void Commit(SqliteTransaction transaction)
    {
        _onPoint?.Invoke(TransactionPoint.BeforeCommit);
        try
        {
            transaction.Commit();
            Commits++;
            _onPoint?.Invoke(TransactionPoint.AfterCommit);
        }
        catch (SqliteException exception)
        {
            throw new SqliteCommitException(exception);
        }
    }
}
