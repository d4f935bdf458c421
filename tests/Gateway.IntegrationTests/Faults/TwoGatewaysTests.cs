using System.Globalization;
using System.Security.Cryptography;
using Gateway.Contracts.V1;
using Gateway.IntegrationTests.Settlements;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Gateway.Testing.Histories;
using Xunit.Abstractions;

namespace Gateway.IntegrationTests.Faults;

/// <summary>
/// Two gateways over one database, one of which is killed and comes back: there is one order of all calls on both that
/// explains every answer, and each tells what became of the other's requests.
/// </summary>
public abstract class TwoGatewaysTests(TestDialect dialect, ITestOutputHelper output)
{
    private const int CallersOfEach = 8;
    private const int Debtors = 12;
    private static readonly TimeSpan Phase = TimeSpan.FromSeconds(1);
    private static readonly string[] Branches = ["00001", "00002"];

    [DatabaseFact]
    public async Task Settlements_ThroughTwoGatewaysAndAKill_HaveAnOrderThatExplainsEveryAnswer()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        using var database = TestDatabase.Create(dialect);
        await using var pair = new GatewayPair(database);
        await pair.StartAsync(0);
        await pair.StartAsync(1);
        var debtors = await DebtorsAsync(pair, new Ledger(database.Connect));
        var books = Branches.ToDictionary(branch => branch, _ => new BranchBook());
        var recorder = new HistoryRecorder(TimeProvider.System);

        using (var stop = new CancellationTokenSource())
        using (var stopBeforeKill = new CancellationTokenSource())
        {
            var onFirst = WorkAsync(0, stop.Token);
            var onSecond = WorkAsync(1, stopBeforeKill.Token);
            await Task.Delay(Phase, TimeProvider.System);
            // The calls under way meet the kill; nobody begins another on a gateway that is gone.
            await stopBeforeKill.CancelAsync();
            await pair.KillAsync(1);
            await onSecond;
            await pair.StartAsync(1);
            onSecond = WorkAsync(1, stop.Token);
            await Task.Delay(Phase, TimeProvider.System);
            await stop.CancelAsync();
            await Task.WhenAll(onFirst, onSecond);
        }

        var last = new[] { Caller(0, CallersOfEach), Caller(1, CallersOfEach) };
        foreach (var fine in debtors.SelectMany(debtor => debtor.Fines))
            await Task.WhenAll(last.Select(caller => caller.ReadAsync(fine.FineNumber)));

        Tell(recorder.History, seed);
        Assert.Empty(HistoryChecker.Check(recorder.History).Take(3));
        await AssertBothTellTheSameAsync(pair, recorder.History);
        Assert.Empty(await new Ledger(database.Connect).BrokenLawsAsync());

        Task WorkAsync(int gateway, CancellationToken token) => Task.WhenAll(
            Enumerable.Range(0, CallersOfEach).Select(number => Caller(gateway, number))
                .Select(caller => Task.Run(() => caller.WorkAsync(token), CancellationToken.None)));

        HistoryCaller Caller(int gateway, int number)
        {
            var branch = Branches[number % Branches.Length];
            var random = new Random(seed ^ ((gateway * CallersOfEach) + number));
            return new HistoryCaller(
                pair.Connect(gateway, branch), branch, $"{branch}/{gateway}.{number}", random, debtors, books[branch],
                recorder);
        }
    }

    // A settlement that was answered is there, whichever gateway is asked; of the others both know the same.
    private static async Task AssertBothTellTheSameAsync(GatewayPair pair, IReadOnlyList<FineOperation> history)
    {
        var requests = history
            .Where(made => made.Kind == OperationKind.Settle).GroupBy(made => made.RequestId).ToList();
        Assert.Contains(requests, request => request.Any(made => made.Outcome == OperationOutcome.Unknown));
        foreach (var request in requests.Where(
            request => request.Any(made => made.Outcome is OperationOutcome.Done or OperationOutcome.Unknown)))
        {
            var branch = request.First().Caller.Split('/')[0];
            var question = new AbandonSettlementRequest { RequestId = request.Key, Counter = Some.Counter(branch) };
            var first = await pair.Connect(0, branch).Settlements.AbandonSettlementAsync(question);
            var second = await pair.Connect(1, branch).Settlements.AbandonSettlementAsync(question);

            Assert.Equal(first, second);
            if (request.Any(made => made.Outcome == OperationOutcome.Done))
                Assert.Equal(request.Key, first.Settlement?.RequestId);
        }
    }

    private static async Task<List<Debtor>> DebtorsAsync(GatewayPair pair, Ledger ledger)
    {
        var debtors = new List<Debtor>();
        foreach (var (letters, digits) in await ledger.DebtorsAsync(Debtors))
        {
            var subject = Some.Plate(letters, digits);
            debtors.Add(new Debtor(subject, await Some.OutstandingAsync(pair.Connect(0, Branches[0]), subject)));
        }

        Assert.Equal(Debtors, debtors.Count);
        return debtors;
    }

    private void Tell(IReadOnlyList<FineOperation> history, int seed)
    {
        foreach (var kind in history.CountBy(o => (o.Kind, o.Outcome, o.Reason)).OrderBy(kind => kind.Key))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Value,6} {kind.Key}"));
        output.WriteLine($"{history.Count} operations, seed {seed}");
    }
}

public sealed class SqliteTwoGatewaysTests(ITestOutputHelper output) : TwoGatewaysTests(TestDialect.Sqlite, output);

[OnSqlServer]
public sealed class SqlServerTwoGatewaysTests(ITestOutputHelper output)
    : TwoGatewaysTests(TestDialect.SqlServer, output);
