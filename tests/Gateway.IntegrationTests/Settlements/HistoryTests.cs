using System.Globalization;
using System.Security.Cryptography;
using Gateway.Client;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Gateway.Testing.Histories;
using Xunit.Abstractions;

namespace Gateway.IntegrationTests.Settlements;

/// <summary>
/// Many callers on few fines: whatever they do at once, there is one order of all calls that explains every answer.
/// </summary>
public abstract class HistoryTests(TestDialect dialect, ITestOutputHelper output)
{
    private const int Callers = 64;
    private const int Fines = 50;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestDuration = TimeSpan.FromSeconds(60);

    [DatabaseFact]
    public async Task Settlements_OfManyCallersAtOnce_HaveAnOrderThatExplainsEveryAnswer()
    {
        // Draws what callers do, not how their calls meet: a failure may take some runs of its seed to come again.
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        await using var gateway = await TestGateway.StartAsync(dialect, new TestGatewaySettings
        {
            More = new Dictionary<string, string?>
            {
                ["Gateway:Database:SampleFines"] = "1000",
                ["Gateway:Limits:CallsPerSecondPerCaller"] = "1000000",
                ["Gateway:Limits:BurstPerCaller"] = "1000000",
            },
        });
        string[] branches = ["00001", "00002"];
        var clients = branches.ToDictionary(branch => branch, branch => gateway.Connect("branch-" + branch));
        var books = branches.ToDictionary(branch => branch, _ => new BranchBook());
        var debtors = await DebtorsAsync(gateway, clients[branches[0]]);
        var recorder = new HistoryRecorder(TimeProvider.System);

        using (var stop = new CancellationTokenSource())
        {
            var start = TimeProvider.System.GetTimestamp();
            var callers = Enumerable.Range(0, Callers)
                .Select(number => Task.Run(() => Caller(number).WorkAsync(stop.Token)))
                .ToList();
            do
            {
                await Task.Delay(Duration, TimeProvider.System);
            }
            while (Missing(recorder.History).Count > 0
                && TimeProvider.System.GetElapsedTime(start) < LongestDuration);
            await stop.CancelAsync();
            await Task.WhenAll(callers);
        }

        var last = Caller(Callers);
        foreach (var fine in debtors.SelectMany(debtor => debtor.Fines))
            await last.ReadAsync(fine.FineNumber);

        AssertExplained(recorder.History, seed);
        Assert.Empty(Missing(recorder.History));
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());

        HistoryCaller Caller(int number)
        {
            var branch = branches[number % branches.Length];
            var random = new Random(seed ^ number);
            return new HistoryCaller(
                clients[branch], branch, $"{branch}/{number}", random, debtors, books[branch], recorder);
        }
    }

    // Debtors who have so many outstanding fines together.
    private static async Task<List<Debtor>> DebtorsAsync(TestGateway gateway, GatewayClient client)
    {
        var debtors = new List<Debtor>();
        var left = Fines;
        foreach (var (letters, digits) in await gateway.Ledger.DebtorsAsync(Fines))
        {
            var subject = Some.Plate(letters, digits);
            var fines = (await Some.OutstandingAsync(client, subject)).Take(left).ToList();
            left -= fines.Count;
            if (fines.Count > 0)
                debtors.Add(new Debtor(subject, fines));
        }

        Assert.Equal(0, left);
        return debtors;
    }

    private void AssertExplained(IReadOnlyList<FineOperation> history, int seed)
    {
        var start = TimeProvider.System.GetTimestamp();
        var faults = HistoryChecker.Check(history);
        var checkTime = TimeProvider.System.GetElapsedTime(start);

        foreach (var kind in history.CountBy(o => (o.Kind, o.Outcome, o.Reason)).OrderBy(kind => kind.Key))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Value,6} {kind.Key}"));
        output.WriteLine($"{history.Count} operations, checked in {checkTime.TotalMilliseconds:F0} ms, seed {seed}");
        if (faults.Count == 0)
            return;

        var fines = faults[0].Fines.ToHashSet();
        var told = $"""
            Seed {seed}, {faults.Count} faults:
            {string.Join('\n', faults.Take(5))}
            All of {string.Join(", ", fines)}:
            {string.Join('\n', HistoryChecker.On(history, fines))}
            """;
        // To the output too: errors that the gateway logged fail the test in its place.
        output.WriteLine(told);
        Assert.Fail(told);
    }

    // A history in which nothing meets proves nothing.
    private static List<string> Missing(IReadOnlyList<FineOperation> history)
    {
        var missing = new List<string>();
        foreach (var kind in new[] { OperationKind.Settle, OperationKind.Reverse })
        {
            missing.AddRange(Enum.GetValues<OperationOutcome>()
                .Where(outcome => !history.Any(made => made.Kind == kind && made.Outcome == outcome))
                .Select(outcome => $"{kind} {outcome}"));
        }

        if (!history.Where(made => made.Outcome == OperationOutcome.Done && made.RequestId.Length > 0)
            .CountBy(made => made.RequestId).Any(request => request.Value > 1))
            missing.Add("a request that was answered twice");
        return missing;
    }
}

public sealed class SqliteHistoryTests(ITestOutputHelper output) : HistoryTests(TestDialect.Sqlite, output);

[OnSqlServer]
public sealed class SqlServerHistoryTests(ITestOutputHelper output) : HistoryTests(TestDialect.SqlServer, output);
