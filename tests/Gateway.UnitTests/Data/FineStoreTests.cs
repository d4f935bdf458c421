using Gateway.Data;
using Gateway.Domain;
using Gateway.Testing.Databases;

namespace Gateway.UnitTests.Data;

public abstract class FineStoreTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestDatabase _test;

    protected FineStoreTests(TestDialect dialect)
    {
        _test = TestDatabase.Create(dialect);
        SomeRows.Insert(_test, fines: 0);
        SomeRows.InsertFine(_test, 1, SomeRows.Noon.AddDays(3), FineStatus.Outstanding);
        SomeRows.InsertFine(_test, 2, SomeRows.Noon.AddDays(1), FineStatus.UnderAppeal);
        SomeRows.InsertFine(_test, 3, SomeRows.Noon.AddDays(2), FineStatus.Settled);
        SomeRows.InsertFine(_test, 4, SomeRows.Noon.AddDays(2), FineStatus.Cancelled);
        SomeRows.InsertFine(_test, 5, SomeRows.Noon.AddDays(2), FineStatus.Outstanding);
        SomeRows.InsertFine(_test, 6, SomeRows.Noon, FineStatus.Outstanding, SubjectKind.Driver);
    }

    public void Dispose()
    {
        _test.Dispose();
        GC.SuppressFinalize(this);
    }

    [DatabaseTheory]
    [InlineData(false, new long[] { 2, 5, 1 })]
    [InlineData(true, new long[] { 2, 3, 4, 5, 1 })]
    public async Task ListBySubject_Vehicle_IsOldestFirst(bool includeClosed, long[] expected)
    {
        var fines = await ListAsync(SomeRows.Vehicle, includeClosed, null, 100);

        Assert.Equal(expected, fines.Select(fine => fine.Id));
    }

    [DatabaseFact]
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

    [DatabaseFact]
    public async Task ListBySubject_Driver_HasOnlyTheDrivers()
    {
        var fine = Assert.Single(await ListAsync(SomeRows.Driver, includeClosed: true, null, 100));

        Assert.Equal(6, fine.Id);
        Assert.Equal(SomeRows.Driver, fine.Subject);
    }

    [DatabaseFact]
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

    [DatabaseFact]
    public async Task FindByNumber_Unknown_IsNull() =>
        Assert.Null(await ReadAsync(store => store.FindByNumberAsync("999999", None)));

    [DatabaseFact]
    public async Task ListByNumbers_SomeUnknown_GivesTheKnown()
    {
        string[] numbers = [SomeRows.Number(5), "' OR 1=1 --", SomeRows.Number(2)];

        var fines = await HoldAsync(numbers);

        Assert.Equal([2, 5], fines.Select(fine => fine.Id));
    }

    [DatabaseFact]
    public async Task ListByNumbers_None_IsEmpty() =>
        Assert.Empty(await HoldAsync());

    [DatabaseFact]
    public async Task Totals_VehicleWithAllStates_CountsOpenOnesOnly()
    {
        var totals = await ReadAsync(store => store.TotalsBySubjectAsync(SomeRows.Vehicle, None));

        Assert.Equal(new FineTotals(2, Money.FromPiastres(30_000), 1, Money.FromPiastres(15_000)), totals);
    }

    [DatabaseFact]
    public async Task Totals_SubjectWithoutFines_AreZero()
    {
        var nobody = new SubjectKey(SubjectKind.Driver, 99);

        var totals = await ReadAsync(store => store.TotalsBySubjectAsync(nobody, None));

        Assert.Equal(new FineTotals(0, Money.Zero, 0, Money.Zero), totals);
    }

    [DatabaseFact]
    public async Task ChangeStatus_FinesAsTheyWereRead_ChangesThemAll()
    {
        var fines = await HoldAsync(SomeRows.Number(1), SomeRows.Number(5));

        await ChangeAsync(fines);

        var settled = await ReadAsync(store => store.FindByNumberAsync(SomeRows.Number(1), None));
        Assert.Equal(3, _test.Number("SELECT COUNT(*) FROM fine WHERE status = 2"));
        Assert.Equal(Money.Zero, settled!.AmountDue);
    }

    [DatabaseTheory]
    [InlineData("UPDATE fine SET status = 3 WHERE id = 5")]
    [InlineData("UPDATE fine SET amount = amount + fees WHERE id = 5")]
    [InlineData("UPDATE fine SET fees = 0 WHERE id = 5")]
    public async Task ChangeStatus_OneWasChangedBesideTheGateway_ChangesNone(string change)
    {
        var fines = await HoldAsync(SomeRows.Number(1), SomeRows.Number(5));
        _test.Execute(change);

        var thrown = await Record.ExceptionAsync(() => ChangeAsync(fines));

        Assert.True(thrown is RowChangedException or DatabaseUnavailableException { InnerException: RowChangedException });
        Assert.Equal(1, _test.Number("SELECT COUNT(*) FROM fine WHERE status = 2"));
    }

    private Task<bool> ChangeAsync(IReadOnlyList<FineRecord> fines) => _test.Database.WriteAsync(
        async session =>
        {
            await new FineStore(session).ChangeStatusAsync(fines, FineStatus.Settled, None);
            return true;
        },
        None);

    private Task<IReadOnlyList<FineRecord>> ListAsync(
        SubjectKey subject, bool includeClosed, FineCursor? after, int limit) =>
        ReadAsync(store => store.ListBySubjectAsync(subject, includeClosed, after, limit, None));

    private Task<IReadOnlyList<FineRecord>> HoldAsync(params string[] numbers) => _test.Database.WriteAsync(
        session => new FineStore(session).HoldByNumbersAsync(numbers, None), None);

    private Task<T> ReadAsync<T>(Func<FineStore, Task<T>> read) =>
        _test.Database.ReadAsync(session => read(new FineStore(session)), None);
}

public sealed class SqliteFineStoreTests() : FineStoreTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerFineStoreTests() : FineStoreTests(TestDialect.SqlServer);
