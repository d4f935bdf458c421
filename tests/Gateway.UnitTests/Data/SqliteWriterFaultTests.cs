using System.Data.Common;
using Gateway.Data;
using Gateway.Testing.Databases;
using Gateway.Testing.Tools;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.UnitTests.Data;

/// <summary>What fails the database fails all that share the COMMIT, and nothing after it.</summary>
public sealed class SqliteWriterFaultTests : IDisposable
{
    private const string NoMorePages = "PRAGMA max_page_count = 1";
    private const string NoWrites = "PRAGMA query_only = ON";
    private const string LargeTable = "CREATE TABLE large AS SELECT randomblob(1000000)";
    private const string LargeRow = "INSERT INTO violation_code VALUES ('9', 'س', hex(randomblob(500000)), '74', 1, 2)";

    private static readonly SqliteException DiskError = new("disk I/O error", 10);

    private readonly SqliteTestDatabase _test = (SqliteTestDatabase)TestDatabase.Create(TestDialect.Sqlite);

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData(TransactionPoint.BeforeCommit, false, 0)]
    [InlineData(TransactionPoint.AfterCommit, true, 2)]
    internal async Task Write_FailureAroundCommit_IsToldToAllOfTheGroup(TransactionPoint at, bool isUnknown, int kept)
    {
        var fails = true;
        var database = _test.Open(point =>
        {
            if (fails && point == at)
                throw DiskError;
        });
        var held = new HeldWriter(database);
        List<Task<bool>> group =
        [
            SomeWrites.AddDayAsync(database, 1),
            SomeWrites.AddDayAndThrowAsync(database, 2, new InvalidDataException()),
            SomeWrites.AddDayAsync(database, 3),
        ];

        group.Add(held.Release());
        foreach (var write in group)
        {
            var told = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => write);
            Assert.Equal((DiskError, isUnknown), (told.InnerException, told.IsCommitUnknown));
        }

        Assert.Equal(kept, Days(_test));
        fails = false;
        Assert.True(await SomeWrites.AddDayAsync(database, 4));
        Assert.Equal(kept + 1, Days(_test));
    }

    [Fact]
    public async Task Write_CommitThatSqliteRefuses_KeepsNothingOfTheGroup()
    {
        var held = new HeldWriter(_test.Database);
        List<Task<bool>> group =
        [
            SomeWrites.AddDayAsync(_test.Database, 1),
            SomeWrites.AddDayAndRunAsync(
                _test.Database, 2,
                "PRAGMA defer_foreign_keys = ON",
                "INSERT INTO settlement_item VALUES (99, 1, 99, 100, 1)"),
            SomeWrites.AddDayAsync(_test.Database, 3),
        ];

        group.Add(held.Release());
        foreach (var write in group)
            await Assert.ThrowsAsync<SqliteCommitException>(() => write);

        Assert.Equal(0, Days(_test));
        await AssertWritesAgainAsync(_test.Database, _test);
    }

    [Theory]
    [InlineData(NoMorePages, LargeTable, 13)]
    [InlineData(NoMorePages, LargeRow, 13)]
    [InlineData(NoWrites, LargeRow, 8)]
    public async Task Write_DatabaseFailsWithinOne_FailsTheGroupAndReplacesTheConnection(
        string setting, string statement, int sqliteCode)
    {
        DbConnection? connection = null;
        var held = new HeldWriter(_test.Database);
        var before = _test.Database.WriteAsync(
            session =>
            {
                connection = session.Connection;
                return SomeWrites.AddDayAsync(session, 1);
            },
            CancellationToken.None);
        var failing = SomeWrites.AddDayAndRunAsync(_test.Database, 2, setting, statement);

        foreach (var write in (Task<bool>[])[held.Release(), before, failing])
        {
            var told = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => write);
            Assert.Equal(sqliteCode, Assert.IsType<SqliteException>(told.InnerException).SqliteErrorCode);
            Assert.False(told.IsCommitUnknown);
        }

        Assert.Equal(0, Days(_test));
        await AssertWritesAgainAsync(_test.Database, _test);
        Assert.Equal(System.Data.ConnectionState.Closed, connection!.State);
    }

    [Fact]
    public async Task Write_FailureThatItsWorkKeepsToItself_FailsTheGroupAllTheSame()
    {
        var held = new HeldWriter(_test.Database);
        var before = SomeWrites.AddDayAsync(_test.Database, 1);
        var silent = _test.Database.WriteAsync(
            async session =>
            {
                SomeWrites.Run(session, NoMorePages);
                // SQLite rolls the whole transaction back on its own here.
                Assert.Throws<SqliteException>(() => SomeWrites.Run(session, LargeRow));
                await Assert.ThrowsAsync<InvalidOperationException>(() => SomeWrites.AddDayAsync(session, 2));
                return true;
            },
            CancellationToken.None);

        foreach (var write in (Task<bool>[])[held.Release(), before, silent])
            await Assert.ThrowsAnyAsync<Exception>(() => write);

        Assert.Equal(0, Days(_test));
        await AssertWritesAgainAsync(_test.Database, _test);
    }

    [Fact]
    public async Task Write_TransactionCannotBegin_IsToldToAllThatWait()
    {
        await using var impatient = new SqliteProsecutionDatabase(
            new SqliteDatabaseOptions { Path = _test.Options.Path, BusyTimeout = TimeSpan.FromMilliseconds(1) },
            NullLogger<SqliteProsecutionDatabase>.Instance);
        await using (var other = (SqliteConnection)_test.Connect())
        {
            await using var held = other.BeginTransaction(deferred: false);
            var waiting = Enumerable.Range(1, 5).Select(day => SomeWrites.AddDayAsync(impatient, day)).ToList();

            foreach (var write in waiting)
                Assert.False((await Assert.ThrowsAsync<DatabaseUnavailableException>(() => write)).IsCommitUnknown);
        }

        await AssertWritesAgainAsync(impatient, _test);
    }

    [MountFact]
    public async Task Write_DiskFull_KeepsNothingUntilThereIsRoom()
    {
        await using var disk = await SmallDisk.MountAsync(mebibytes: 4);
        using var test = TestDatabase.CreateIn(disk.Directory);
        await SomeWrites.AddDayAsync(test.Database, 1);

        disk.Fill();
        var held = new HeldWriter(test.Database);
        List<Task<bool>> group =
            [.. Enumerable.Range(2, 50).Select(day => SomeWrites.AddDayAsync(test.Database, day)), held.Release()];
        foreach (var write in group)
        {
            var told = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => write);
            Assert.Equal(13, Assert.IsType<SqliteException>(told.InnerException).SqliteErrorCode);
            Assert.True(told.IsCommitUnknown);
        }

        Assert.Equal(1, Days(test));
        disk.Free();
        await AssertWritesAgainAsync(test.Database, test);
    }

    [MountFact]
    public async Task Write_DiskReadOnly_KeepsNothingUntilItIsNot()
    {
        await using var disk = await SmallDisk.MountAsync(mebibytes: 4);
        using var test = TestDatabase.CreateIn(disk.Directory);

        await disk.SetReadOnlyAsync(true);
        var told = await Assert.ThrowsAsync<DatabaseUnavailableException>(
            () => SomeWrites.AddDayAsync(test.Database, 1));
        await disk.SetReadOnlyAsync(false);

        Assert.False(told.IsCommitUnknown);
        Assert.Equal(0, Days(test));
        await AssertWritesAgainAsync(test.Database, test);
    }

    private static async Task AssertWritesAgainAsync(IProsecutionDatabase database, TestDatabase test)
    {
        var before = Days(test);
        Assert.True(await SomeWrites.AddDayAsync(database, 100));
        Assert.Equal(before + 1, Days(test));
    }

    private static long Days(TestDatabase test) => test.Number("SELECT COUNT(*) FROM business_day");
}
