using System.Globalization;
using Gateway.Testing.Databases;
using Xunit.Abstractions;

namespace Gateway.IntegrationTests.Laws;

/// <summary>The laws of DATA.md, 1 to 5 and 9 to 11, on random histories.</summary>
public abstract class LawTests(
    TestDialect dialect, int histories, int concurrentHistories, ITestOutputHelper output) : IDisposable
{
    private const int MostSteps = 60;
    private const int ConcurrentSteps = 100;
    private const int EnoughHistories = 100;

    // What has to happen before it can be said that the laws hold.
    private static readonly string[] Events =
    [
        "settle: done", "settle: done before", "settle: REQUEST_ID_REUSED", "settle: REQUEST_ID_ABANDONED",
        "settle: FINE_UNKNOWN", "settle: FINE_NOT_OUTSTANDING", "settle: FINE_CHANGED", "settle: AMOUNT_MISMATCH",
        "settle: PAYMENT_REFERENCE_REUSED", "settle: BUSINESS_DAY_CLOSED", "reverse: done", "reverse: done before",
        "reverse: SETTLEMENT_UNKNOWN", "reverse: SETTLEMENT_REVERSED", "reverse: FINE_NOT_SETTLED",
        "reverse: BUSINESS_DAY_CLOSED", "abandon: done", "abandon: done before", "reconcile: done",
        "LostAfter: settle", "KilledBefore: settle", "KilledAfter: settle",
    ];

    private readonly LawBench _bench = new(dialect);

    public void Dispose()
    {
        _bench.Dispose();
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task Laws_OnAnyHistory_Hold()
    {
        var tally = new LawTally();

        await LawCheck.HoldAsync(DrawnHistories.All, histories, MostSteps, async history =>
        {
            try
            {
                await new LawRun(_bench, await _bench.BeginAsync(), tally).RunAsync(history);
            }
            catch
            {
                // What is broken stays so; a shorter history is to fail by itself.
                _bench.Renew();
                throw;
            }
        });

        foreach (var (name, count) in tally.Counts)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6} {name}"));
        if (histories >= EnoughHistories)
            Assert.Empty(tally.Missing(Events));
    }

    [DatabaseFact]
    public Task Laws_WithSeveralCallersAtOnce_Hold() => LawCheck.HoldAsync(
        DrawnHistories.Long, concurrentHistories, ConcurrentSteps,
        async history => await new ConcurrentRun(_bench, await _bench.BeginAsync()).RunAsync(history));
}

public sealed class SqliteLawTests(ITestOutputHelper output) : LawTests(TestDialect.Sqlite, 100, 15, output);

[OnSqlServer]
public sealed class SqlServerLawTests(ITestOutputHelper output) : LawTests(TestDialect.SqlServer, 12, 3, output);
