using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Sms;
using Gateway.Testing.Databases;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.IntegrationTests.Sms;

public abstract class OutboxTests(TestDialect dialect)
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [DatabaseFact]
    public async Task Claim_OfAnotherGateway_LeavesNothingUntilTheLeaseEnds()
    {
        using var bench = new OutboxBench(dialect, _time);
        await AppealRows.AddAsync(bench.Test.Database, 1, _time.GetUtcNow());
        var (first, second) = (bench.Outbox(), bench.Outbox());
        var taken = Assert.Single(await first.ClaimAsync(10, default));
        var none = await second.ClaimAsync(10, default);

        _time.Advance(bench.Options.Lease);
        var again = Assert.Single(await second.ClaimAsync(10, default));
        var isLateRecorded = await first.MarkSentAsync(taken, Sent(), default);
        var isRecorded = await second.MarkSentAsync(again, Sent(), default);

        Assert.Empty(none);
        Assert.Equal((1, 2), (taken.Message.Attempt, again.Message.Attempt));
        Assert.NotEqual(taken.Message.Token, again.Message.Token);
        Assert.Equal((false, true), (isLateRecorded, isRecorded));
        Assert.Equal(["2"], bench.States());
    }

    [DatabaseFact]
    public async Task Claim_OfALaterStage_WaitsForTheEarlierOne()
    {
        using var bench = new OutboxBench(dialect, _time);
        await AppealRows.AddAsync(bench.Test.Database, 1, _time.GetUtcNow());
        await AppealRows.MoveAsync(bench.Test.Database, 1, AppealStage.Received, _time.GetUtcNow());
        var outbox = bench.Outbox();

        var first = Assert.Single(await outbox.ClaimAsync(10, default));
        var none = await outbox.ClaimAsync(10, default);
        await outbox.MarkSentAsync(first, Sent(), default);
        var second = Assert.Single(await outbox.ClaimAsync(10, default));

        Assert.Empty(none);
        Assert.Equal((1, 2), (first.Message.Sequence, second.Message.Sequence));
    }

    [DatabaseFact]
    public async Task Claim_WhereAnEarlierStageFailed_WaitsUntilThatIsSentOnCommand()
    {
        using var bench = new OutboxBench(dialect, _time);
        await AppealRows.AddAsync(bench.Test.Database, 2, _time.GetUtcNow());
        await AppealRows.MoveAsync(bench.Test.Database, 1, AppealStage.Received, _time.GetUtcNow());
        var outbox = bench.Outbox();
        foreach (var claimed in await outbox.ClaimAsync(10, default))
        {
            if (claimed.Message.AppealNumber == AppealRows.AppealNumberOf(1))
                await outbox.MarkUnsentAsync(claimed, new SmsUnsent(_time.GetUtcNow(), true, "refused"), default);
            else
                await outbox.MarkSentAsync(claimed, Sent(), default);
        }

        var blocked = await outbox.ClaimAsync(10, default);
        var failed = await bench.Test.Database.ReadAsync(s => new SmsStore(s).ListFailedAsync(10, default), default);
        var resent = await bench.Test.Database.WriteAsync(
            s => new SmsStore(s).ResendAsync(AppealRows.AppealNumberOf(1), null, _time.GetUtcNow(), default), default);
        var first = Assert.Single(await outbox.ClaimAsync(10, default));
        await outbox.MarkSentAsync(first, Sent(), default);
        var second = Assert.Single(await outbox.ClaimAsync(10, default));

        Assert.Empty(blocked);
        Assert.Equal((AppealRows.AppealNumberOf(1), 1, "refused"),
            (failed[0].AppealNumber, failed[0].Sequence, failed[0].Failure));
        Assert.Equal(1, resent);
        Assert.Equal((1, 2), (first.Message.Sequence, second.Message.Sequence));
    }

    [DatabaseFact]
    public async Task Claim_BeyondTheDaysAllowance_WaitsForTheNextDayInCairo()
    {
        using var bench = new OutboxBench(dialect, _time);
        bench.Options.DailyPerNumber = 2;
        await AppealRows.AddAsync(bench.Test.Database, 4, _time.GetUtcNow(), n => n < 4 ? "+201000000001" : "+201000000002");
        var outbox = bench.Outbox();

        var first = await SendAllAsync(outbox);
        var second = await SendAllAsync(outbox);
        var none = await SendAllAsync(outbox);
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 23, 21, 59, 59, TimeSpan.Zero));
        var stillNone = await SendAllAsync(outbox);
        _time.Advance(TimeSpan.FromSeconds(1));
        var nextDay = await SendAllAsync(outbox);

        Assert.Equal([2, 1, 0, 0, 1], new[] { first, second, none, stillNone, nextDay });
    }

    [DatabaseFact]
    public async Task Claim_OfANumberThatIsNone_FailsItAndTakesTheOthers()
    {
        using var bench = new OutboxBench(dialect, _time);
        await AppealRows.AddAsync(bench.Test.Database, 2, _time.GetUtcNow());
        bench.Test.Execute("UPDATE appeal_event SET sms_number = '+4915112345678' WHERE id = 1");

        var claimed = await bench.Outbox().ClaimAsync(10, default);

        var failed = await bench.Test.Database.ReadAsync(s => new SmsStore(s).ListFailedAsync(10, default), default);
        Assert.Equal(AppealRows.AppealNumberOf(2), Assert.Single(claimed).Message.AppealNumber);
        Assert.Equal("not an Egyptian mobile number", Assert.Single(failed).Failure);
    }

    [DatabaseFact]
    public async Task Report_BeforeTheMark_StandsAndTheMarkChangesNothing()
    {
        using var bench = new OutboxBench(dialect, _time);
        await AppealRows.AddAsync(bench.Test.Database, 1, _time.GetUtcNow());
        var outbox = bench.Outbox();
        var claimed = Assert.Single(await outbox.ClaimAsync(10, default));

        var isKnown = await ReportAsync(bench, claimed.Message.Token, isDelivered: true);
        var isRecorded = await outbox.MarkSentAsync(claimed, Sent(), default);
        _time.Advance(bench.Options.Lease);
        var none = await outbox.ClaimAsync(10, default);

        Assert.Equal((true, false), (isKnown, isRecorded));
        Assert.Empty(none);
        Assert.Equal(["3"], bench.States());
    }

    [DatabaseFact]
    public async Task Report_OfFailure_HoldsUpNoLaterStageAndNeverUndoesADelivery()
    {
        using var bench = new OutboxBench(dialect, _time);
        await AppealRows.AddAsync(bench.Test.Database, 1, _time.GetUtcNow());
        await AppealRows.MoveAsync(bench.Test.Database, 1, AppealStage.Received, _time.GetUtcNow());
        var outbox = bench.Outbox();
        var first = Assert.Single(await outbox.ClaimAsync(10, default));
        await outbox.MarkSentAsync(first, Sent(), default);

        await ReportAsync(bench, first.Message.Token, isDelivered: false);
        var second = Assert.Single(await outbox.ClaimAsync(10, default));
        await outbox.MarkSentAsync(second, Sent(), default);
        await ReportAsync(bench, second.Message.Token, isDelivered: true);
        await ReportAsync(bench, second.Message.Token, isDelivered: false);
        var isUnknownTaken = await ReportAsync(bench, "nobody", isDelivered: true);

        Assert.Equal(["4", "3"], bench.States());
        Assert.False(isUnknownTaken);
    }

    private static SmsSent Sent() => new(new(2026, 11, 23, 9, 0, 1, TimeSpan.Zero));

    private async Task<int> SendAllAsync(SmsOutbox outbox)
    {
        var claimed = await outbox.ClaimAsync(10, default);
        foreach (var sms in claimed)
            await outbox.MarkSentAsync(sms, new SmsSent(_time.GetUtcNow()), default);
        return claimed.Count;
    }

    private Task<bool> ReportAsync(OutboxBench bench, string token, bool isDelivered) =>
        bench.Test.Database.WriteAsync(
            s => new SmsStore(s).ReportAsync(token, isDelivered, "1", _time.GetUtcNow(), default), default);
}

public sealed class SqliteOutboxTests() : OutboxTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerOutboxTests() : OutboxTests(TestDialect.SqlServer);
