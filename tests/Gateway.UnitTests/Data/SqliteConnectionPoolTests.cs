using Gateway.Data;
using Gateway.Testing.Databases;
using Microsoft.Data.Sqlite;

namespace Gateway.UnitTests.Data;

public sealed class SqliteConnectionPoolTests : IDisposable
{
    private readonly SqliteTestDatabase _test = (SqliteTestDatabase)TestDatabase.Create(TestDialect.Sqlite);

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData("busy_timeout", "5000")]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public void Take_NewConnection_HasItsSettings(string setting, string value)
    {
        using var pool = new SqliteConnectionPool(_test.Options, waits: true);

        var connection = pool.Take();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {setting}";
        var found = command.ExecuteScalar();
        pool.Return(connection, isSound: true);

        Assert.Equal(value, $"{found}");
    }

    [Fact]
    public void Begin_OfOneThatDoesNotWait_FailsAtOnceWhileAnotherWrites()
    {
        using var pool = new SqliteConnectionPool(_test.Options, waits: false);
        var first = pool.Take();
        var second = pool.Take();
        using var held = first.BeginTransaction(deferred: false);
        var start = TimeProvider.System.GetTimestamp();

        var thrown = Assert.Throws<SqliteException>(() => second.BeginTransaction(deferred: false));

        Assert.True(SqliteFailure.IsBusy(thrown));
        // Neither SQLite's wait nor the driver's, which is a second at least.
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds, 0, 900);
        pool.Return(second, isSound: true);
    }

    [Fact]
    public void Take_SettingCannotBeMade_Throws()
    {
        var path = _test.Options.Path + ".text";
        File.WriteAllText(path, new string('x', 5_000));
        using var pool = new SqliteConnectionPool(new SqliteDatabaseOptions { Path = path }, waits: true);

        var thrown = Assert.Throws<SqliteException>(pool.Take);

        Assert.Equal(26, thrown.SqliteErrorCode);
    }

    [Fact]
    public void Return_ConnectionThatFailed_IsClosed()
    {
        using var pool = new SqliteConnectionPool(_test.Options, waits: true);
        var failed = pool.Take();

        pool.Return(failed, isSound: false);
        var next = pool.Take();
        pool.Return(next, isSound: true);

        Assert.Equal(System.Data.ConnectionState.Closed, failed.State);
        Assert.NotSame(failed, next);
        Assert.Same(next, pool.Take());
        next.Dispose();
    }
}
