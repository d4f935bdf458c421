using Gateway.Data;

namespace Gateway.UnitTests.Data;

public sealed class BusinessDayStoreTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private readonly TestDatabase _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task IsClosed_DayThatNobodyAskedFor_IsMadeOpen()
    {
        Assert.False(await IsClosedAsync());
        Assert.False(await IsClosedAsync());
        Assert.Equal(1, _test.Number("SELECT COUNT(*) FROM business_day WHERE business_date = '2026-03-01'"));
    }

    [Fact]
    public async Task IsClosed_ClosedDay_IsTrue()
    {
        _test.Execute("INSERT INTO business_day VALUES ('2026-03-01', 1, '2026-03-01T20:00:00.000Z')");

        Assert.True(await IsClosedAsync());
    }

    private Task<bool> IsClosedAsync() => _test.Database.WriteAsync(
        session => new BusinessDayStore(session).IsClosedAsync(Day, CancellationToken.None), CancellationToken.None);
}
