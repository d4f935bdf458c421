using Gateway.Client;
using Gateway.Data;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.IntegrationTests.Faults;

/// <summary>A whole gateway that loses the connection to its database when the test wants it to.</summary>
internal sealed class FaultyGateway : IAsyncDisposable
{
    private readonly TestDialect _dialect;
    private readonly TestDatabase _database;
    private volatile Func<TransactionPoint, CommitLoss?> _next = _ => null;

    private FaultyGateway(TestDialect dialect)
    {
        _dialect = dialect;
        _database = TestDatabase.Create(dialect);
    }

    /// <summary>The gateway.</summary>
    public TestGateway Gateway { get; private set; } = null!;

    /// <summary>Starts one that is whole as yet.</summary>
    public static async Task<FaultyGateway> StartAsync(
        TestDialect dialect, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var faulty = new FaultyGateway(dialect);
        faulty.Gateway = await TestGateway.StartAsync(new TestGatewaySettings
        {
            Database = faulty._database,
            More = settings ?? new Dictionary<string, string?>(),
            Services = services => services.AddSingleton(faulty._database.Open(faulty.OnPoint)),
        });
        return faulty;
    }

    /// <summary>A client that sends each call once.</summary>
    public GatewayClient Connect(string caller = "branch-00001") =>
        Gateway.Connect(caller, retry: new RetryOptions { Attempts = 1 });

    /// <summary>Loses the connection in so many transactions from now on.</summary>
    public void LoseNext(CommitLoss loss, int times)
    {
        var left = times;
        _next = point => point == PointOf(loss) && Interlocked.Decrement(ref left) >= 0 ? loss : null;
    }

    /// <summary>Loses it again and again, in all ways.</summary>
    public void LoseOften(int percent) => _next = point =>
        Random.Shared.Next(100) >= percent ? null
        : point == TransactionPoint.AfterCommit ? CommitLoss.CommitDone
        : Random.Shared.Next(2) == 0 ? CommitLoss.BeforeCommit
        : CommitLoss.CommitUndone;

    /// <summary>Loses it no more.</summary>
    public void Mend() => _next = _ => null;

    /// <summary>The call is refused because the database does not answer.</summary>
    public static async Task AssertUnavailableAsync<T>(AsyncUnaryCall<T> call)
    {
        var refused = await Refused.ByAsync(call);
        Assert.Equal((StatusCode.Unavailable, "PROSECUTION_UNAVAILABLE"), (refused.StatusCode, refused.Reason));
        Assert.Equal(TimeSpan.FromSeconds(2), refused.RetryDelay);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        _database.Dispose();
    }

    private void OnPoint(TransactionPoint point)
    {
        if (_next(point) is { } loss)
            throw ExceptionOf(loss);
    }

    // Where COMMIT is lost and did not take place, it has to be told before it is sent.
    private Exception ExceptionOf(CommitLoss loss) => loss == CommitLoss.CommitUndone
        ? new DatabaseUnavailableException("lost at COMMIT") { IsCommitUnknown = true }
        : _dialect == TestDialect.Sqlite
            ? new SqliteException("disk I/O error", 10)
            : new IOException("connection reset");

    private static TransactionPoint PointOf(CommitLoss loss) =>
        loss == CommitLoss.CommitDone ? TransactionPoint.AfterCommit : TransactionPoint.BeforeCommit;
}
