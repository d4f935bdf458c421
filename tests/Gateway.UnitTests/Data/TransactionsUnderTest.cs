using System.Data.Common;
using Gateway.Data;
using Gateway.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.UnitTests.Data;

/// <summary>A failure that means what the test wants it to mean.</summary>
internal sealed class InjectedException(SqlServerFault fault) : DbException("injected")
{
    /// <summary>What it means.</summary>
    public SqlServerFault Fault => fault;
}

/// <summary>
/// <see cref="SqlServerTransactions"/> on an embedded database, so that a server's failures come when the test wants
/// them.
/// </summary>
internal sealed class TransactionsUnderTest : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly SqliteTestDatabase _test = (SqliteTestDatabase)TestDatabase.Create(TestDialect.Sqlite);
    private readonly WaitingTime _time = new();

    public TransactionsUnderTest(int retries = 6) => Transactions = new SqlServerTransactions(
        Connect, Classify, SqlCatalog.Load(SqlDialect.Sqlite), settings: null, places: 10, retries, _time,
        point => OnPoint(point));

    public SqlServerTransactions Transactions { get; }

    /// <summary>Told where each write is.</summary>
    public Action<TransactionPoint> OnPoint { get; set; } = _ => { };

    /// <summary>Whether the next connection cannot be opened.</summary>
    public bool IsAway { get; set; }

    /// <summary>The moment of each run of a work.</summary>
    public List<DateTimeOffset> Runs { get; } = [];

    /// <summary>The connections that were made.</summary>
    public List<DbConnection> Connections { get; } = [];

    /// <summary>Days that were kept.</summary>
    public long Days => _test.Number("SELECT COUNT(*) FROM business_day");

    /// <summary>How long each run waited after the one before.</summary>
    public IEnumerable<TimeSpan> Waits => Runs.Zip(Runs.Skip(1), (before, after) => after - before);

    /// <summary>Adds a day, then does what the test says for this run, counted from 1.</summary>
    public Task<bool> WriteAsync(Action<DatabaseSession, int> then, CancellationToken cancellationToken = default) =>
        Transactions.WriteAsync(
            async session =>
            {
                Runs.Add(_time.GetUtcNow());
                await SomeWrites.AddDayAsync(session, 1);
                then(session, Runs.Count);
                return true;
            },
            cancellationToken);

    /// <summary>As <see cref="WriteAsync"/>, and lets the clock go until it has ended.</summary>
    public async Task<bool> WriteToEndAsync(Action<DatabaseSession, int> then)
    {
        var write = WriteAsync(then);
        await PassTimeAsync(write);
        return await write;
    }

    /// <summary>Lets the clock go until something has ended; it stands while nobody waits for it.</summary>
    public async Task PassTimeAsync(Task until)
    {
        while (!until.IsCompleted)
        {
            if (_time.IsAwaited)
                _time.Advance(Step);
            await Task.Yield();
        }
    }

    public void Dispose() => _test.Dispose();

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = IsAway ? _test.Options.Path + ".gone" : _test.Options.Path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        Connections.Add(connection);
        return connection;
    }

    private static SqlServerFault Classify(Exception exception, DbConnection connection) => exception switch
    {
        InjectedException injected => injected.Fault,
        SqliteException sqlite when SqliteFailure.Translate(sqlite) is DuplicateRowException =>
            SqlServerFault.Duplicate,
        SqliteException => SqlServerFault.Unavailable,
        _ => SqlServerFault.Program,
    };

    /// <summary>A clock that knows whether somebody waits for it.</summary>
    private sealed class WaitingTime : FakeTimeProvider
    {
        private int _waits;

        public bool IsAwaited => Volatile.Read(ref _waits) > 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref _waits);
            return new Wait(base.CreateTimer(callback, state, dueTime, period), this);
        }

        private sealed class Wait(ITimer inner, WaitingTime time) : ITimer
        {
            private int _isOver;

            public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(dueTime, period);

            public void Dispose()
            {
                inner.Dispose();
                if (Interlocked.Exchange(ref _isOver, 1) == 0)
                    Interlocked.Decrement(ref time._waits);
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
