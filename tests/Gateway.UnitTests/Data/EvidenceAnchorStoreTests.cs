using Gateway.Data;
using Gateway.Testing.Databases;

namespace Gateway.UnitTests.Data;

public abstract class EvidenceAnchorStoreTests(TestDialect dialect) : IDisposable
{
    private const string Gateway = "traffic-gateway.test/gw-1";
    private const string First = Gateway + "/00000001";
    private const string Second = Gateway + "/00000002";

    private readonly TestDatabase _test = TestDatabase.Create(dialect);

    public void Dispose()
    {
        _test.Dispose();
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task Find_GatewayThatToldNothing_IsNull()
    {
        Assert.Null(await FindAsync(Gateway));
        Assert.Null(await FindByOriginAsync(First));
    }

    [DatabaseFact]
    public async Task Raise_LaterHead_IsKept()
    {
        await InsertAsync(First, 3);

        var raised = await RaiseAsync(First, 5);

        var anchor = await FindAsync(Gateway);
        Assert.True(raised);
        Assert.Equal((First, 5, SomeRows.Noon.AddSeconds(5)), (anchor!.Origin, anchor.Size, anchor.UpdateTime));
        Assert.Equal(Root(5), anchor.Root.ToArray());
    }

    [DatabaseFact]
    public async Task Raise_SameOrEarlierHead_ChangesNothing()
    {
        await InsertAsync(First, 5);

        Assert.False(await RaiseAsync(First, 5));
        Assert.False(await RaiseAsync(First, 4));
        Assert.False(await RaiseAsync(Second, 9));
        Assert.Equal(Root(5), (await FindAsync(Gateway))!.Root.ToArray());
    }

    [DatabaseFact]
    public async Task Raise_ByManyAtOnce_EndsAtTheHighest()
    {
        await InsertAsync(First, 0);

        await Task.WhenAll(Enumerable.Range(1, 40).Select(size => RaiseAsync(First, size * 17 % 41)));

        var anchor = await FindAsync(Gateway);
        Assert.Equal(40, anchor!.Size);
        Assert.Equal(Root(40), anchor.Root.ToArray());
    }

    [DatabaseFact]
    public async Task Insert_SecondLogOfAGateway_IsRefusedUntilTheFirstIsSucceeded()
    {
        await InsertAsync(First, 5);

        await Assert.ThrowsAsync<DuplicateRowException>(() => InsertAsync(Second, 0));
        await _test.Database.WriteAsync(
            async session =>
            {
                await new EvidenceAnchorStore(session).SucceedAsync(First, Second, default);
                await new EvidenceAnchorStore(session).InsertAsync(Gateway, Anchor(Second, 1), default);
                return 0;
            },
            default);

        Assert.Equal(Second, (await FindAsync(Gateway))!.Origin);
        Assert.Equal((5, Second), ((await FindByOriginAsync(First))!.Size, (await FindByOriginAsync(First))!.Successor));
        Assert.False(await RaiseAsync(First, 9));
    }

    private static byte[] Root(long size) => [.. Enumerable.Repeat((byte)size, 32)];

    private static EvidenceAnchor Anchor(string origin, long size) =>
        new(origin, size, Root(size), SomeRows.Noon, null);

    private Task<EvidenceAnchor?> FindAsync(string gateway) =>
        _test.Database.ReadAsync(session => new EvidenceAnchorStore(session).FindAsync(gateway, default), default);

    private Task<EvidenceAnchor?> FindByOriginAsync(string origin) => _test.Database.ReadAsync(
        session => new EvidenceAnchorStore(session).FindByOriginAsync(origin, default), default);

    private Task<int> InsertAsync(string origin, long size) => _test.Database.WriteAsync(
        async session =>
        {
            await new EvidenceAnchorStore(session).InsertAsync(Gateway, Anchor(origin, size), default);
            return 0;
        },
        default);

    private Task<bool> RaiseAsync(string origin, long size) => _test.Database.WriteAsync(
        session => new EvidenceAnchorStore(session).RaiseAsync(
            origin, size, Root(size), SomeRows.Noon.AddSeconds(size), default),
        default);
}

public sealed class SqliteEvidenceAnchorStoreTests() : EvidenceAnchorStoreTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerEvidenceAnchorStoreTests() : EvidenceAnchorStoreTests(TestDialect.SqlServer);
