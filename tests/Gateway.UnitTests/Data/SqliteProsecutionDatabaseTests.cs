using Gateway.Data;
using Gateway.Domain;
using Gateway.Testing.Databases;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.UnitTests.Data;

public sealed class SqliteProsecutionDatabaseTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly SqliteTestDatabase _test = (SqliteTestDatabase)TestDatabase.Create(TestDialect.Sqlite);

    public SqliteProsecutionDatabaseTests() => SomeRows.Insert(_test, fines: 2);

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task Read_WriteInBetween_SeesOneMoment()
    {
        var (before, after) = await _test.Database.ReadAsync(
            async session =>
            {
                var store = new FineStore(session);
                var first = await store.TotalsBySubjectAsync(SomeRows.Vehicle, None);
                await SettleAsync(_test.Database, 1);
                return (first, await store.TotalsBySubjectAsync(SomeRows.Vehicle, None));
            },
            None);

        Assert.Equal(before, after);
        Assert.Equal(1, _test.Number("SELECT COUNT(*) FROM fine WHERE status = 1"));
    }

    [Fact]
    public async Task Write_DelegateThrows_ChangesNothing()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => _test.Database.WriteAsync<int>(
            async session =>
            {
                await SettleAsync(session, 1, None);
                throw new InvalidDataException();
            },
            None));

        Assert.Equal(2, _test.Number("SELECT COUNT(*) FROM fine WHERE status = 1"));
        Assert.Equal(1, await SettleAsync(_test.Database, 1));
    }

    [Fact]
    public async Task Write_CancelledWhileItRuns_ChangesNothing()
    {
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _test.Database.WriteAsync(
            async session =>
            {
                await SettleAsync(session, 1, cancellation.Token);
                await cancellation.CancelAsync();
                return await SettleAsync(session, 2, cancellation.Token);
            },
            cancellation.Token));

        Assert.Equal(2, _test.Number("SELECT COUNT(*) FROM fine WHERE status = 1"));
    }

    [Fact]
    public async Task Write_ManyWritersOnOneFine_OneSettlesIt()
    {
        var writers = Enumerable.Range(0, 50).Select(_ => Task.Run(() => SettleAsync(_test.Database, 1)));

        var results = await Task.WhenAll(writers);

        Assert.Equal(1, results.Sum());
    }

    [Fact]
    public async Task Write_TwoProcessesWorthOfWriters_AllGetTheirTurn()
    {
        await using var other = new SqliteProsecutionDatabase(_test.Options, NullLogger<SqliteProsecutionDatabase>.Instance);
        var databases = new[] { _test.Database, other };
        var turns = Enumerable.Range(0, 100).Select(turn => Task.Run(() => databases[turn % 2].WriteAsync(
            async session =>
            {
                await new BusinessDayStore(session).LockAsync(new DateOnly(2026, 1, 1).AddDays(turn), None);
                return true;
            },
            None)));

        await Task.WhenAll(turns);

        Assert.Equal(100, _test.Number("SELECT COUNT(*) FROM business_day"));
    }

    [Fact]
    public async Task Write_OtherProcessHoldsTheLockForTooLong_IsUnavailable()
    {
        var impatient = new SqliteDatabaseOptions
        {
            Path = _test.Options.Path,
            BusyTimeout = TimeSpan.FromMilliseconds(1),
        };
        await using var other = new SqliteProsecutionDatabase(impatient, NullLogger<SqliteProsecutionDatabase>.Instance);

        await _test.Database.WriteAsync(
            async session =>
            {
                await new SubjectStore(session).LockAsync(SomeRows.Vehicle, None);
                await Assert.ThrowsAsync<DatabaseUnavailableException>(() => SettleAsync(other, 1));
                return true;
            },
            None);

        Assert.Equal(1, await SettleAsync(other, 1));
    }

    [Fact]
    public async Task Ping_DatabaseWithSchema_Returns() => await _test.Database.PingAsync(None);

    [Fact]
    public async Task Ping_NoFile_IsUnavailable()
    {
        var nowhere = new SqliteDatabaseOptions { Path = _test.Options.Path + ".gone" };
        await using var database = new SqliteProsecutionDatabase(nowhere, NullLogger<SqliteProsecutionDatabase>.Instance);

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.PingAsync(None));

        Assert.NotNull(exception.InnerException);
        Assert.DoesNotContain(nowhere.Path, exception.Message);
    }

    [Fact]
    public async Task Ping_FileOfNoDatabase_IsUnavailable()
    {
        var path = _test.Options.Path + ".text";
        await File.WriteAllTextAsync(path, new string('x', 5_000));
        await using var database = new SqliteProsecutionDatabase(
            new SqliteDatabaseOptions { Path = path }, NullLogger<SqliteProsecutionDatabase>.Instance);

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.PingAsync(None));
    }

    [Fact]
    public void Description_AnyPath_NamesTheFileOnly() =>
        Assert.Equal("SQLite prosecution.db", _test.Database.Description);

    private static Task<int> SettleAsync(IProsecutionDatabase database, long fineId) => database.WriteAsync(
        session => SettleAsync(session, fineId, None), None);

    private static async Task<int> SettleAsync(DatabaseSession session, long fineId, CancellationToken ct)
    {
        var store = new FineStore(session);
        var fines = await store.HoldByNumbersAsync([SomeRows.Number(fineId)], ct);
        if (fines[0].Status == FineStatus.Settled)
            return 0;
        await store.ChangeStatusAsync(fines, FineStatus.Settled, ct);
        return 1;
    }
}
