using System.Collections.Concurrent;
using System.Globalization;
using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using FineStatus = Gateway.Domain.FineStatus;
using PlateKind = Gateway.Contracts.V1.PlateKind;
using Subject = Gateway.Contracts.V1.Subject;
using VehiclePlate = Gateway.Contracts.V1.VehiclePlate;

namespace Gateway.IntegrationTests.Clearances;

/// <summary>
/// Law 6 while a vehicle's fines are settled, the settlement is taken back, a new fine is recorded by a program of the
/// prosecution and a certificate is asked for twice, all at once.
/// </summary>
public abstract class ClearanceRaceTests(TestDialect dialect, int histories)
{
    private const int AtOnce = 8;

    private readonly ConcurrentDictionary<string, int> _outcomes = [];

    [DatabaseFact]
    public async Task Issue_AmongSettlementsReversalsAndNewFines_NeverWhileSomethingIsOutstanding()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        gateway.Database.Insert(
            "violation_code", "race", "مخالفة", "Violation", "74", Money.FromAmount(10), Money.FromAmount(500));
        var clients = Enumerable.Range(0, AtOnce).Select(_ => gateway.Connect()).ToList();

        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForAsync(0, histories, atOnce, async (number, _) =>
        {
            var history = new History(gateway.Database, clients[number % AtOnce], number);
            foreach (var outcome in await history.RunAsync())
                _outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
        });

        // The histories are of every kind.
        Assert.Subset(
            _outcomes.Keys.ToHashSet(),
            new HashSet<string> { "issued", "FINES_OUTSTANDING", "reversed", "SETTLEMENT_LEANED_ON" });
    }

    /// <summary>One history, of a vehicle of its own.</summary>
    private sealed class History(TestDatabase database, GatewayClient client, int number)
    {
        private readonly long _id = 100_000 + number;
        private readonly Random _random = new(number);

        private string Digits => (2_000_000 + number).ToString(CultureInfo.InvariantCulture);

        private Subject Subject => new()
        {
            VehiclePlate = new VehiclePlate { Digits = Digits, Kind = PlateKind.Taxi, GovernorateCode = "01" },
        };

        public async Task<IReadOnlyList<string>> RunAsync()
        {
            database.Insert("vehicle", _id, "", Digits, (int)PlateKind.Taxi, "01", "أحمد محمود", null);
            InsertFine(0);
            var fines = await Some.OutstandingAsync(client, Subject);

            var (settle, early) = (SettleAsync(fines), IssueAsync());
            var paid = await settle;
            var (reverse, late, record) = (ReverseAsync(paid), IssueAsync(), RecordAsync());

            var issued = new[] { await early, await late }.OfType<ClearanceCertificate>().ToList();
            foreach (var certificate in issued)
                await CheckAsync(certificate, paid, await reverse, await record);
            await record;
            return
            [
                .. issued.Select(_ => "issued"), await reverse,
                .. Enumerable.Repeat("FINES_OUTSTANDING", 2 - issued.Count),
            ];
        }

        // A certificate that counts: its settlement stands, was made before it, and no fine that stood before it is unpaid.
        private async Task CheckAsync(
            ClearanceCertificate certificate, Settlement paid, string reversed, DateTimeOffset recorded)
        {
            var stands = await client.Settlements.GetSettlementAsync(
                new GetSettlementRequest { Counter = Some.Counter(), SettlementNumber = paid.SettlementNumber });
            Assert.Null(stands.Settlement.Reversal);
            Assert.Equal("SETTLEMENT_LEANED_ON", reversed);
            Assert.True(paid.SettleTime <= certificate.AsOfTime, "Issued before it was paid.");
            Assert.True(
                recorded >= certificate.AsOfTime.ToDateTimeOffset(), "Issued while a fine was on record.");
        }

        private async Task<Settlement> SettleAsync(IReadOnlyList<Fine> fines)
        {
            await PauseAsync();
            return (await client.Settlements.SettleFinesAsync(Some.Settlement(Subject, fines))).Settlement;
        }

        private async Task<string> ReverseAsync(Settlement paid)
        {
            await PauseAsync();
            try
            {
                await client.Settlements.ReverseSettlementAsync(Some.Reversal(paid));
                return "reversed";
            }
            catch (GatewayRefusedException refused)
            {
                return refused.Reason;
            }
        }

        private async Task<ClearanceCertificate?> IssueAsync()
        {
            await PauseAsync();
            try
            {
                return await SomeClearance.IssuedAsync(client, Subject);
            }
            catch (GatewayRefusedException refused) when (refused.Reason == "FINES_OUTSTANDING")
            {
                return null;
            }
        }

        // Tells when it was on record at the latest.
        private async Task<DateTimeOffset> RecordAsync()
        {
            await PauseAsync();
            InsertFine(1);
            return TimeProvider.System.GetUtcNow();
        }

        private void InsertFine(int fine) => database.Insert(
            "fine", (_id * 10) + fine, $"{(_id * 10) + fine:D10}", _id, null, "race",
            TimeProvider.System.GetUtcNow().AddDays(-1), "01", "شارع رمسيس", "Ramses Street", Money.FromAmount(100),
            Money.FromAmount(10), (int)FineStatus.Outstanding);

        // Now one is first, now another.
        private async Task PauseAsync()
        {
            int turns;
            lock (_random)
                turns = _random.Next(40);
            for (; turns > 0; turns--)
                await Task.Yield();
        }
    }
}

public sealed class SqliteClearanceRaceTests() : ClearanceRaceTests(TestDialect.Sqlite, histories: 500);

[OnSqlServer]
public sealed class SqlServerClearanceRaceTests() : ClearanceRaceTests(TestDialect.SqlServer, histories: 500);
