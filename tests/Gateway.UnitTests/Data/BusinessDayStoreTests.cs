using Gateway.Data;
using Gateway.Testing.Databases;

namespace Gateway.UnitTests.Data;

public abstract class BusinessDayStoreTests(TestDialect dialect) : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private readonly TestDatabase _test = TestDatabase.Create(dialect);

    public void Dispose()
    {
        _test.Dispose();
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task Hold_DayThatNobodyClosed_IsOpenWithoutARow()
    {
        Assert.False(await IsClosedAsync());
        Assert.False(await IsClosedAsync());
        Assert.Equal(0, _test.Number("SELECT COUNT(*) FROM business_day WHERE business_date = @p0", Day));
    }

    [DatabaseFact]
    public async Task IsClosed_ClosedDay_IsTrue()
    {
        await CloseAsync("spiffe://post.gov.eg/head-office", null);
        await CloseAsync("spiffe://post.gov.eg/somebody-else", "later");

        Assert.True(await IsClosedAsync());
        Assert.Equal(1, _test.Number(
            "SELECT COUNT(*) FROM business_day WHERE close_caller = 'spiffe://post.gov.eg/head-office'"));
    }

    [DatabaseFact]
    public async Task Find_EachState_IsToldWithoutMakingARow()
    {
        var unknown = await FindAsync();
        await CloseAsync("spiffe://post.gov.eg/head-office", "lists differ");

        var closed = await FindAsync();

        Assert.Equal(new BusinessDay(false, null), unknown);
        Assert.Equal(new BusinessDay(true, SomeRows.Noon), closed);
    }

    private async Task<bool> IsClosedAsync() => (await _test.Database.WriteAsync(
        session => new BusinessDayStore(session).HoldAsync(Day, CancellationToken.None),
        CancellationToken.None)).IsClosed;

    private Task<BusinessDay> FindAsync() => _test.Database.ReadAsync(
        session => new BusinessDayStore(session).FindAsync(Day, CancellationToken.None), CancellationToken.None);

    private Task<BusinessDay> CloseAsync(string caller, string? reason) => _test.Database.WriteAsync(
        async session =>
        {
            var days = new BusinessDayStore(session);
            await days.LockAsync(Day, CancellationToken.None);
            await days.CloseAsync(Day, SomeRows.Noon, caller, reason, CancellationToken.None);
            return await days.FindAsync(Day, CancellationToken.None);
        },
        CancellationToken.None);
}

public sealed class SqliteBusinessDayStoreTests() : BusinessDayStoreTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerBusinessDayStoreTests() : BusinessDayStoreTests(TestDialect.SqlServer);
