using Gateway.Data;
using Gateway.Domain;

namespace Gateway.UnitTests.Data;

public sealed class FineStoreTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestDatabase _test = new();

    public FineStoreTests()
    {
        SomeRows.Insert(_test, fines: 0);
        SomeRows.InsertFine(_test, 1, SomeRows.Noon.AddDays(3), FineStatus.Outstanding);
        SomeRows.InsertFine(_test, 2, SomeRows.Noon.AddDays(1), FineStatus.UnderAppeal);
        SomeRows.InsertFine(_test, 3, SomeRows.Noon.AddDays(2), FineStatus.Settled);
        SomeRows.InsertFine(_test, 4, SomeRows.Noon.AddDays(2), FineStatus.Cancelled);
        SomeRows.InsertFine(_test, 5, SomeRows.Noon.AddDays(2), FineStatus.Outstanding);
        SomeRows.InsertFine(_test, 6, SomeRows.Noon, FineStatus.Outstanding, SubjectKind.Driver);
    }

    public void Dispose() => _test.Dispose();

    [Theory]
    [InlineData(false, new long[] { 2, 5, 1 })]
    [InlineData(true, new long[] { 2, 3, 4, 5, 1 })]
    public async Task ListBySubject_Vehicle_IsOldestFirst(bool includeClosed, long[] expected)
    {
        var fines = await ListAsync(SomeRows.Vehicle, includeClosed, null, 100);

        Assert.Equal(expected, fines.Select(fine => fine.Id));
    }

    [Fact]
    public async Task ListBySubject_PageByPage_GivesEachFineOnce()
    {
        var ids = new List<long>();
        FineCursor? after = null;
        while (await ListAsync(SomeRows.Vehicle, includeClosed: true, after, 2) is { Count: > 0 } page)
        {
            ids.AddRange(page.Select(fine => fine.Id));
            after = page[^1].Cursor;
        }

        Assert.Equal([2, 3, 4, 5, 1], ids);
    }

    [Fact]
    public async Task ListBySubject_Driver_HasOnlyTheDrivers()
    {
        var fine = Assert.Single(await ListAsync(SomeRows.Driver, includeClosed: true, null, 100));

        Assert.Equal(6, fine.Id);
        Assert.Equal(SomeRows.Driver, fine.Subject);
    }

    [Fact]
    public async Task FindByNumber_KnownFine_HasEveryColumn()
    {
        var fine = await ReadAsync(store => store.FindByNumberAsync(SomeRows.Number(1), None));

        var violation = new ViolationRecord(
            "101", "سرعة", "Speeding", "74", Money.FromPiastres(10_000), Money.FromPiastres(50_000));
        var expected = new FineRecord
        {
            Id = 1,
            FineNumber = SomeRows.Number(1),
            Subject = SomeRows.Vehicle,
            Violation = violation,
            ViolationTime = SomeRows.Noon.AddDays(3),
            GovernorateCode = "01",
            PlaceAr = "شارع رمسيس",
            PlaceEn = "Ramses Street",
            Amount = Money.FromPiastres(14_000),
            Fees = Money.FromPiastres(1_000),
            Status = FineStatus.Outstanding,
        };
        Assert.Equal(expected, fine);
        Assert.Equal(Money.FromPiastres(15_000), fine!.AmountDue);
        Assert.Equal(Etag.Of(FineStatus.Outstanding, fine.Amount, fine.Fees), fine.Etag);
    }

    [Fact]
    public async Task FindByNumber_Unknown_IsNull() =>
        Assert.Null(await ReadAsync(store => store.FindByNumberAsync("999999", None)));

    [Fact]
    public async Task ListByNumbers_SomeUnknown_GivesTheKnown()
    {
        string[] numbers = [SomeRows.Number(5), "' OR 1=1 --", SomeRows.Number(2)];

        var fines = await ReadAsync(store => store.ListByNumbersAsync(numbers, None));

        Assert.Equal([2, 5], fines.Select(fine => fine.Id));
    }

    [Fact]
    public async Task ListByNumbers_None_IsEmpty() =>
        Assert.Empty(await ReadAsync(store => store.ListByNumbersAsync([], None)));

    [Fact]
    public async Task Totals_VehicleWithAllStates_CountsOpenOnesOnly()
    {
        var totals = await ReadAsync(store => store.TotalsBySubjectAsync(SomeRows.Vehicle, None));

        Assert.Equal(new FineTotals(2, Money.FromPiastres(30_000), 1, Money.FromPiastres(15_000)), totals);
    }

    [Fact]
    public async Task Totals_SubjectWithoutFines_AreZero()
    {
        var nobody = new SubjectKey(SubjectKind.Driver, 99);

        var totals = await ReadAsync(store => store.TotalsBySubjectAsync(nobody, None));

        Assert.Equal(new FineTotals(0, Money.Zero, 0, Money.Zero), totals);
    }

    [Fact]
    public async Task SetStatus_SomeThatHaveItAlready_CountsChangedOnes()
    {
        var changed = await _test.Database.WriteAsync(
            session => new FineStore(session).SetStatusAsync([1, 3, 5, 77], FineStatus.Settled, None), None);

        var settled = await ReadAsync(store => store.FindByNumberAsync(SomeRows.Number(1), None));
        Assert.Equal(2, changed);
        Assert.Equal(3, _test.Number("SELECT COUNT(*) FROM fine WHERE status = 2"));
        Assert.Equal(Money.Zero, settled!.AmountDue);
    }

    private Task<IReadOnlyList<FineRecord>> ListAsync(
        SubjectKey subject, bool includeClosed, FineCursor? after, int limit) =>
        ReadAsync(store => store.ListBySubjectAsync(subject, includeClosed, after, limit, None));

    private Task<T> ReadAsync<T>(Func<FineStore, Task<T>> read) =>
        _test.Database.ReadAsync(session => read(new FineStore(session)), None);
}
