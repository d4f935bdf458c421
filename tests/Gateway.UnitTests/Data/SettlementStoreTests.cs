using Gateway.Data;
using Gateway.Domain;
using Gateway.Testing.Databases;

namespace Gateway.UnitTests.Data;

public abstract class SettlementStoreTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestDatabase _test;

    protected SettlementStoreTests(TestDialect dialect)
    {
        _test = TestDatabase.Create(dialect);
        SomeRows.Insert(_test, fines: 3);
    }

    public void Dispose()
    {
        _test.Dispose();
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task Insert_WholeSettlement_ReadsBackEqual()
    {
        var settlement = SomeRows.Settlement(1, Money.FromPiastres(30_000)) with
        {
            PayerName = PersonName.FromStored("منى أحمد"),
            PayerNationalId = NationalId.FromStored("29001010112345"),
            PayerMobileNumber = MobileNumber.FromStored("+201012345678"),
        };

        var id = await _test.Database.WriteAsync(session => SaveAsync(session, settlement, [1, 2]), None);

        var (byNumber, byRequest, items) = await _test.Database.ReadAsync(
            async session =>
            {
                var store = new SettlementStore(session);
                return (
                    await store.FindByNumberAsync(settlement.SettlementNumber, None),
                    await store.FindByRequestAsync(settlement.Caller, settlement.RequestId, None),
                    await store.ListItemsAsync(id, None));
            },
            None);
        Assert.Equal(new SettlementRecord(id, settlement), byNumber);
        Assert.Equal(byNumber, byRequest);
        Assert.Equal([1, 2], items.Select(item => item.FineId));
        Assert.All(items, item => Assert.True(item.IsActive));
        Assert.Equal(settlement.Total, Money.Sum(items.Select(item => item.Amount)));
    }

    [DatabaseFact]
    public async Task Insert_SecondActiveItemOfFine_IsRefusedWhole()
    {
        await _test.Database.WriteAsync(session => SaveAsync(session, SomeRows.Settlement(1), [1]), None);

        await Assert.ThrowsAsync<DuplicateRowException>(() =>
            _test.Database.WriteAsync(session => SaveAsync(session, SomeRows.Settlement(2), [1]), None));

        Assert.Equal(1, _test.Number("SELECT COUNT(*) FROM settlement"));
        Assert.Equal(1, _test.Number("SELECT COUNT(*) FROM settlement_item"));
    }

    [DatabaseFact]
    public async Task Insert_FineOfReversedSettlement_IsTaken()
    {
        await _test.Database.WriteAsync(session => SaveAsync(session, SomeRows.Settlement(1), [1]), None);
        _test.Execute("UPDATE settlement_item SET is_active = 0");

        await _test.Database.WriteAsync(session => SaveAsync(session, SomeRows.Settlement(2), [1]), None);

        Assert.Equal(2, _test.Number("SELECT COUNT(*) FROM settlement_item WHERE fine_id = 1"));
    }

    [DatabaseFact]
    public async Task Insert_SameCallerAndRequest_IsRefused()
    {
        var first = SomeRows.Settlement(1);
        await _test.Database.WriteAsync(session => SaveAsync(session, first, [1]), None);

        var again = SomeRows.Settlement(2) with { RequestId = first.RequestId };

        await Assert.ThrowsAsync<DuplicateRowException>(() =>
            _test.Database.WriteAsync(session => SaveAsync(session, again, [2]), None));
    }

    [DatabaseTheory]
    [InlineData(PaymentMethod.Cash, false)]
    [InlineData(PaymentMethod.Card, true)]
    [InlineData(PaymentMethod.Wallet, true)]
    [InlineData(PaymentMethod.PostalAccount, true)]
    public async Task PaymentReference_UsedBefore_ExistsUnlessCash(PaymentMethod method, bool expected)
    {
        var paid = SomeRows.Settlement(1) with { PaymentMethod = method, PaymentReference = "TX-1" };
        await _test.Database.WriteAsync(session => SaveAsync(session, paid, [1]), None);

        var exists = await _test.Database.ReadAsync(
            session => new SettlementStore(session).PaymentReferenceExistsAsync(method, "TX-1", None), None);

        Assert.Equal(expected, exists);
    }

    [DatabaseFact]
    public async Task PaymentReference_UsedTwiceByCard_IsRefused()
    {
        var paid = SomeRows.Settlement(1) with { PaymentMethod = PaymentMethod.Card, PaymentReference = "TX-1" };
        await _test.Database.WriteAsync(session => SaveAsync(session, paid, [1]), None);
        var again = SomeRows.Settlement(2) with { PaymentMethod = PaymentMethod.Card, PaymentReference = "TX-1" };

        await Assert.ThrowsAsync<DuplicateRowException>(() =>
            _test.Database.WriteAsync(session => SaveAsync(session, again, [2]), None));
    }

    [DatabaseFact]
    public async Task NumberExists_UsedAndUnused_TellsApart()
    {
        var settlement = SomeRows.Settlement(1);
        await _test.Database.WriteAsync(session => SaveAsync(session, settlement, [1]), None);

        var (used, unused) = await _test.Database.ReadAsync(
            async session =>
            {
                var store = new SettlementStore(session);
                return (
                    await store.NumberExistsAsync(settlement.SettlementNumber, None),
                    await store.NumberExistsAsync(SomeRows.Settlement(2).SettlementNumber, None));
            },
            None);

        Assert.True(used);
        Assert.False(unused);
    }

    private static async Task<long> SaveAsync(DatabaseSession session, NewSettlement settlement, long[] fineIds)
    {
        var store = new SettlementStore(session);
        var id = await store.InsertAsync(settlement, None);
        var share = Money.FromPiastres(settlement.Total.Piastres / fineIds.Length);
        await store.InsertItemsAsync(id, [.. fineIds.Select(fine => new NewSettlementItem(fine, share))], None);
        return id;
    }
}

public sealed class SqliteSettlementStoreTests() : SettlementStoreTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerSettlementStoreTests() : SettlementStoreTests(TestDialect.SqlServer);
