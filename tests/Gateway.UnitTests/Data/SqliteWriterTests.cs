using Gateway.Data;
using Gateway.Testing.Databases;
using Microsoft.Data.Sqlite;

namespace Gateway.UnitTests.Data;

/// <summary>Writes that wait at the same moment share a COMMIT, and know nothing of each other.</summary>
public sealed class SqliteWriterTests : IDisposable
{
    private const int MostPerCommit = 128;

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestDatabase _test = TestDatabase.Create(TestDialect.Sqlite);

    private SqliteProsecutionDatabase Database => (SqliteProsecutionDatabase)_test.Database;

    private long Days => _test.Number("SELECT COUNT(*) FROM business_day");

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Write_ManyThatWait_ShareCommitsUpToTheMost()
    {
        var held = new HeldWriter(Database);
        var writes = Enumerable.Range(1, 300).Select(day => SomeWrites.AddDayAsync(Database, day)).ToList();

        await held.Release();
        await Task.WhenAll(writes);

        Assert.Equal(300, Days);
        Assert.Equal((300 / MostPerCommit) + 1, Database.Commits);
    }

    [Fact]
    public async Task Write_ManyCallersAtOnce_NeedFarFewerCommits()
    {
        const int Callers = 64;
        const int Each = 20;

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var turn = 1; turn <= Each; turn++)
                await SomeWrites.AddDayAsync(Database, (caller * Each) + turn);
        })));

        Assert.Equal(Callers * Each, Days);
        Assert.InRange(Database.Commits, Each, Callers * Each / 4);
    }

    [Fact]
    public async Task Write_OneThatThrows_LeavesItsNeighboursAlone()
    {
        var held = new HeldWriter(Database);
        var before = SomeWrites.AddDayAsync(Database, 1);
        var refused = SomeWrites.AddDayAndThrowAsync(Database, 2, new InvalidDataException());
        var thrownAtOnce = Database.WriteAsync<bool>(_ => throw new InvalidDataException(), None);
        var after = SomeWrites.AddDayAsync(Database, 3);
        await held.Release();

        await Assert.ThrowsAsync<InvalidDataException>(() => refused);
        await Assert.ThrowsAsync<InvalidDataException>(() => thrownAtOnce);

        Assert.True(await before && await after);
        Assert.Equal(1, Database.Commits);
        Assert.Equal([1, 3], Kept());
    }

    [Fact]
    public async Task Write_DuplicateOfItsNeighbour_IsRefusedAlone()
    {
        var held = new HeldWriter(Database);
        var first = AddSettlementAsync(day: 1, serial: 7);
        var second = AddSettlementAsync(day: 2, serial: 7);
        var other = AddSettlementAsync(day: 3, serial: 8);
        await held.Release();

        await Assert.ThrowsAsync<DuplicateRowException>(() => second);

        Assert.True(await first && await other);
        Assert.Equal(1, Database.Commits);
        Assert.Equal([1, 3], Kept());
        Assert.Equal(2, _test.Number("SELECT COUNT(*) FROM call_result"));
    }

    [Fact]
    public async Task Write_WhateverItsOutcome_IsToldAfterTheCommit()
    {
        var writes = new List<Task<bool>>();
        var told = new List<bool>();
        var database = _test.Open(_ => told.AddRange(writes.Select(write => write.IsCompleted)));
        var held = new HeldWriter(database);
        writes.Add(SomeWrites.AddDayAsync(database, 1));
        writes.Add(SomeWrites.AddDayAndThrowAsync(database, 2, new InvalidDataException()));
        await held.Release();

        await Assert.ThrowsAsync<InvalidDataException>(() => Task.WhenAll(writes));

        Assert.Equal([false, false, false, false], told);
        Assert.True(await writes[0]);
    }

    [Fact]
    public async Task Write_CancelledWhileItWaits_IsNotRun()
    {
        using var cancellation = new CancellationTokenSource();
        var held = new HeldWriter(Database);
        var before = SomeWrites.AddDayAsync(Database, 1);
        var cancelled = SomeWrites.AddDayAsync(Database, 2, cancellation.Token);
        var after = SomeWrites.AddDayAsync(Database, 3);

        await cancellation.CancelAsync();
        await held.Release();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        Assert.True(await before && await after);
        Assert.Equal([1, 3], Kept());
    }

    [Fact]
    public async Task Write_SeveralOfOneCaller_RunInTheirOrderAndSeeEachOther()
    {
        var seen = await Task.WhenAll(Enumerable.Range(1, 300).Select(day => Database.WriteAsync(
            async session =>
            {
                await SomeWrites.AddDayAsync(session, day);
                using var command = session.Connection.CreateCommand();
                command.CommandText = "SELECT COUNT(*) FROM business_day";
                return Convert.ToInt32(await command.ExecuteScalarAsync(None), null);
            },
            None)));

        Assert.Equal(Enumerable.Range(1, 300), seen);
    }

    [Fact]
    public async Task Write_OtherProcessHoldsTheLockAllButMoments_GetsItsTurn()
    {
        using var stop = new CancellationTokenSource();
        var other = Task.Run(() => HoldLockAgainAndAgain(stop.Token));

        for (var day = 1; day <= 10; day++)
            await SomeWrites.AddDayAsync(Database, day);
        await stop.CancelAsync();
        await other;

        Assert.Equal(10, Days);
    }

    [Fact]
    public async Task Dispose_WritesWait_DoesThemAndTakesNoMore()
    {
        var held = new HeldWriter(Database);
        var writes = Enumerable.Range(1, 200).Select(day => SomeWrites.AddDayAsync(Database, day)).ToList();

        var disposal = Database.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => SomeWrites.AddDayAsync(Database, 201));
        await held.Release();
        await disposal;
        await Database.DisposeAsync();

        Assert.All(await Task.WhenAll(writes), Assert.True);
        Assert.Equal(200, Days);
    }

    private Task<bool> AddSettlementAsync(int day, int serial) => Database.WriteAsync(
        async session =>
        {
            await SomeWrites.AddDayAsync(session, day);
            await new CallResultStore(session).InsertAsync(
                new CallResult
                {
                    Caller = "spiffe://post.gov.eg/branch/00001",
                    RequestId = $"00000000-0000-4000-8000-{serial:D12}",
                    Method = "/traffic.gateway.v1.SettlementService/SettleFines",
                    RequestSha256 = new byte[32],
                    Request = Array.Empty<byte>(),
                    Response = Array.Empty<byte>(),
                    CallId = Guid.Empty,
                    CreateTime = SomeRows.Noon,
                },
                None);
            return true;
        },
        None);

    private void HoldLockAgainAndAgain(CancellationToken stop)
    {
        using var connection = (SqliteConnection)_test.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 5000";
        command.ExecuteNonQuery();
        while (!stop.IsCancellationRequested)
        {
            using (connection.BeginTransaction(deferred: false))
                Spin(TimeSpan.FromMilliseconds(40));
            Spin(TimeSpan.FromMilliseconds(1));
        }
    }

    private static void Spin(TimeSpan duration)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < duration)
            Thread.SpinWait(100);
    }

    private IEnumerable<int> Kept() => Enumerable.Range(1, 10).Where(day => _test.Number(
        "SELECT COUNT(*) FROM business_day WHERE business_date = @p0", new DateOnly(2026, 1, 1).AddDays(day - 1)) > 0);
}
