using System.Globalization;
using Gateway.Testing.Databases;
using Xunit.Abstractions;

namespace Gateway.IntegrationTests.Laws;

/// <summary>
/// The laws of DATA.md about appeals, 7 and 8, with settlements and reversals between, on random histories.
/// </summary>
public abstract class AppealLawTests(
    TestDialect dialect, int histories, int concurrentHistories, ITestOutputHelper output) : IDisposable
{
    private const int MostSteps = 100;
    private const int ConcurrentSteps = 120;
    private const int EnoughHistories = 80;

    // What has to happen before it can be said that the laws hold.
    private static readonly string[] Events =
    [
        "appeal: done", "appeal: done before", "appeal: INVALID_FIELDS", "appeal: NOTHING_OUTSTANDING",
        "appeal: FINE_UNKNOWN", "appeal: FINE_NOT_APPEALABLE", "appeal: AMOUNT_MISMATCH",
        "appeal: PAYMENT_REFERENCE_REUSED", "appeal: BUSINESS_DAY_CLOSED", "appeal: REQUEST_ID_REUSED",
        "withdraw: done", "withdraw: APPEAL_UNKNOWN", "withdraw: PERSON_MISMATCH", "withdraw: APPEAL_STAGE_CONFLICT",
        "advance: done", "advance: done before", "advance: APPEAL_UNKNOWN", "advance: APPEAL_STAGE_CONFLICT",
        "advance: APPEAL_CHANGED", "decide: done", "decide: done before", "decide: APPEAL_UNKNOWN",
        "decide: APPEAL_STAGE_CONFLICT", "decide: APPEAL_CHANGED", "decide: INVALID_FIELDS",
        "decide: AMOUNT_MISMATCH", "settle: done", "settle: FINE_NOT_OUTSTANDING", "reverse: done",
        "reverse: FINE_NOT_SETTLED", "LostAfter: appeal", "KilledAfter: appeal", "KilledBefore: advance",
        "KilledAfter: advance", "ACCEPTED", "PARTIALLY_ACCEPTED", "REJECTED", "refund of a fine",
        "refund of a fee",
    ];

    private readonly LawBench _bench = new(dialect);

    public void Dispose()
    {
        _bench.Dispose();
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task Appeals_OnAnyHistory_HoldTheLaws()
    {
        var tally = new LawTally();

        await LawCheck.HoldAsync(AppealHistories.All, histories, MostSteps, async history =>
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
    public Task Appeals_WithSeveralCallersAtOnce_HoldTheLaws() => LawCheck.HoldAsync(
        AppealHistories.Long, concurrentHistories, ConcurrentSteps,
        async history => await new ConcurrentRun(_bench, await _bench.BeginAsync()).RunAsync(history));
}

public sealed class SqliteAppealLawTests(ITestOutputHelper output)
    : AppealLawTests(TestDialect.Sqlite, 80, 10, output);

[OnSqlServer]
public sealed class SqlServerAppealLawTests(ITestOutputHelper output)
    : AppealLawTests(TestDialect.SqlServer, 12, 3, output);
