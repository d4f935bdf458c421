using System.Globalization;
using System.Security.Cryptography;
using Gateway.Client;
using Gateway.Testing.Gateways;
using Gateway.Testing.Histories;
using Xunit.Abstractions;

namespace Gateway.IntegrationTests.Settlements;

/// <summary>
/// Many callers on few fines: whatever they do at once, there is one order of all calls that explains every answer.
/// </summary>
public sealed class HistoryTests(ITestOutputHelper output)
{
    private const bool Reversals = false;
    private const int Callers = 64;
    private const int Fines = 50;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Settlements_OfManyCallersAtOnce_HaveAnOrderThatExplainsEveryAnswer()
    {
        // Draws what callers do, not how their calls meet: a failure may take some runs of its seed to come again.
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings
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

        using (var stop = new CancellationTokenSource(Duration, TimeProvider.System))
        {
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(
                number => Task.Run(() => Caller(number).WorkAsync(Reversals, stop.Token))));
        }

        var last = Caller(Callers);
        foreach (var fine in debtors.SelectMany(debtor => debtor.Fines))
            await last.ReadAsync(fine.FineNumber);

        AssertExplained(recorder.History, seed);
        AssertEverythingHappened(recorder.History);
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
    private static void AssertEverythingHappened(IReadOnlyList<FineOperation> history)
    {
        OperationKind[] changes = Reversals ? [OperationKind.Settle, OperationKind.Reverse] : [OperationKind.Settle];
        foreach (var kind in changes)
        {
            foreach (var outcome in Enum.GetValues<OperationOutcome>())
                Assert.Contains(history, operation => operation.Kind == kind && operation.Outcome == outcome);
        }

        Assert.Contains(
            history.Where(operation => operation.Outcome == OperationOutcome.Done && operation.RequestId.Length > 0)
                .CountBy(operation => operation.RequestId),
            request => request.Value > 1);
    }
}
