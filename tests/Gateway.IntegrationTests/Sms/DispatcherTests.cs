using System.Diagnostics;
using Gateway.Domain;
using Gateway.Server.Sms;
using Gateway.Testing.Databases;
using Xunit.Abstractions;

namespace Gateway.IntegrationTests.Sms;

public abstract class DispatcherTests(TestDialect dialect, double leastRate, ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [DatabaseFact]
    public async Task Dispatcher_SendsEachStageOnceAndInOrder()
    {
        using var bench = new OutboxBench(dialect);
        await AppealRows.AddAsync(bench.Test.Database, 20, Now);
        for (var n = 1; n <= 20; n++)
        {
            await AppealRows.MoveAsync(bench.Test.Database, n, AppealStage.Received, Now);
            await AppealRows.MoveAsync(bench.Test.Database, n, AppealStage.UnderReview, Now);
        }

        var provider = new ScriptedProvider();
        await bench.RunAsync(provider, 60);

        Assert.Equal(60, provider.Messages.Count);
        Assert.All(
            provider.Messages.GroupBy(message => message.AppealNumber),
            appeal => Assert.Equal([1, 2, 3], appeal.Select(message => message.Sequence)));
        Assert.All(bench.States(), state => Assert.Equal("2", state));
    }

    [DatabaseFact]
    public async Task Dispatcher_TroubleOfOneAppeal_HoldsUpNoOther()
    {
        using var bench = new OutboxBench(dialect);
        await AppealRows.AddAsync(bench.Test.Database, 40, Now);
        await AppealRows.MoveAsync(bench.Test.Database, 1, AppealStage.Received, Now);
        var never = new TaskCompletionSource<SmsSending>(TaskCreationOptions.RunContinuationsAsynchronously);
        var provider = new ScriptedProvider(message => message.AppealNumber switch
        {
            "000000000000001" => Task.FromResult(new SmsSending(SmsSendingOutcome.TryAgain, Failure: "busy")),
            "000000000000002" => never.Task,
            _ => Task.FromResult(new SmsSending(SmsSendingOutcome.Sent)),
        });
        bench.Options.MaxAttempts = 3;
        using var dispatcher = bench.Dispatcher(provider);

        await dispatcher.StartAsync(default);
        await provider.ReachedAsync(38 + 3);
        never.SetResult(new SmsSending(SmsSendingOutcome.Delivered, "id-2"));
        await dispatcher.StopAsync(default);

        Assert.Equal(3, provider.Messages.Count(message => message.AppealNumber == "000000000000001"));
        Assert.Equal(["4", "1", "3"], bench.States().Take(3));
        Assert.All(bench.States().Skip(3), state => Assert.Equal("2", state));
    }

    [DatabaseFact]
    public async Task Dispatchers_ThreeOfThemAndTenThousandDue_SendEachOnceAndFast()
    {
        const int count = 10_000;
        using var bench = new OutboxBench(dialect);
        await AppealRows.AddAsync(bench.Test.Database, count, Now);
        var provider = new ScriptedProvider(async _ =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            await timer.WaitForNextTickAsync();
            return new SmsSending(SmsSendingOutcome.Sent);
        });
        var dispatchers = Enumerable.Range(0, 3).Select(_ => bench.Dispatcher(provider)).ToList();

        var watch = Stopwatch.StartNew();
        foreach (var dispatcher in dispatchers)
            await dispatcher.StartAsync(default);
        await provider.ReachedAsync(count);
        var rate = count / watch.Elapsed.TotalSeconds;
        foreach (var dispatcher in dispatchers)
        {
            await dispatcher.StopAsync(default);
            dispatcher.Dispose();
        }

        output.WriteLine($"{rate:F0} SMS a second");
        Assert.InRange(rate, leastRate, double.MaxValue);
        Assert.Equal(count, provider.Messages.Select(message => message.AppealNumber).Distinct().Count());
        Assert.Equal(count, provider.Messages.Count);
        Assert.Equal(count, bench.Test.Number("SELECT COUNT(*) FROM appeal_event WHERE sms_state = 2"));
    }
}

public sealed class SqliteDispatcherTests(ITestOutputHelper output)
    : DispatcherTests(TestDialect.Sqlite, leastRate: 500, output);

// How fast a server under test is, nobody promises.
[OnSqlServer]
public sealed class SqlServerDispatcherTests(ITestOutputHelper output)
    : DispatcherTests(TestDialect.SqlServer, leastRate: 0, output);
