using Gateway.Data;
using Gateway.Testing.Databases;

namespace Gateway.UnitTests.Data;

public abstract class CallResultStoreTests(TestDialect dialect) : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestDatabase _test = TestDatabase.Create(dialect);

    private static CallResult Some => new()
    {
        Caller = "spiffe://post.gov.eg/branch/00001",
        RequestId = "00000000-0000-4000-8000-000000000001",
        Method = "/traffic.gateway.v1.SettlementService/SettleFines",
        RequestSha256 = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray(),
        Request = new byte[] { 1, 2, 3 },
        Response = Array.Empty<byte>(),
        CallId = new Guid("0195f1a0-0000-7000-8000-000000000001"),
        CreateTime = SomeRows.Noon.AddMilliseconds(7),
    };

    public void Dispose()
    {
        _test.Dispose();
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task Insert_Result_ReadsBackToTheByte()
    {
        await InsertAsync(Some);

        var found = await FindAsync(Some.Caller, Some.RequestId);

        Assert.Equal(Some.RequestSha256.ToArray(), found!.RequestSha256.ToArray());
        Assert.Equal(Some.Request.ToArray(), found.Request.ToArray());
        Assert.Equal(Some.Response.ToArray(), found.Response.ToArray());
        Assert.Equal((Some.Method, Some.CallId, Some.CreateTime), (found.Method, found.CallId, found.CreateTime));
    }

    [DatabaseFact]
    public async Task Find_AnotherCallerWithTheSameId_IsNull()
    {
        await InsertAsync(Some);

        Assert.Null(await FindAsync("spiffe://post.gov.eg/branch/00002", Some.RequestId));
    }

    [DatabaseFact]
    public async Task Insert_SameRequestTwice_IsRefused()
    {
        await InsertAsync(Some);

        await Assert.ThrowsAsync<DuplicateRowException>(() => InsertAsync(Some with { Response = new byte[] { 9 } }));

        Assert.Empty((await FindAsync(Some.Caller, Some.RequestId))!.Response.ToArray());
    }

    [DatabaseFact]
    public async Task Insert_DigestOfAnotherLength_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => InsertAsync(Some with { RequestSha256 = new byte[31] }));

    [DatabaseFact]
    public void ToString_Result_HasNoContents() =>
        Assert.DoesNotContain("Request", Some.ToString());

    private Task<bool> InsertAsync(CallResult result) => _test.Database.WriteAsync(
        async session =>
        {
            await new CallResultStore(session).InsertAsync(result, None);
            return true;
        },
        None);

    private Task<CallResult?> FindAsync(string caller, string requestId) =>
        _test.Database.ReadAsync(session => new CallResultStore(session).FindAsync(caller, requestId, None), None);
}

public sealed class SqliteCallResultStoreTests() : CallResultStoreTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerCallResultStoreTests() : CallResultStoreTests(TestDialect.SqlServer);
