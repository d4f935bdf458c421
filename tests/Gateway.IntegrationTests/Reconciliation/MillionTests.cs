using System.Diagnostics;
using System.Globalization;
using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;
using Date = Google.Type.Date;
using Kind = Gateway.Contracts.V1.ReconciliationExceptionKind;

namespace Gateway.IntegrationTests.Reconciliation;

/// <summary>The largest list that a day may have, against a server of its own whose memory is watched.</summary>
public sealed class MillionTests(ITestOutputHelper output)
{
    private const int Settlements = 1_000_000;
    private const long MostBytes = 200L * 1024 * 1024;
    private static readonly DateOnly Day = new(2026, 2, 1);

    // One of each five thousand settlements differs, in four ways by turns.
    private const int Stride = 5_000;

    [Fact]
    public async Task Reconcile_MillionEntries_FindsExactlyThePlantedInConstantMemory()
    {
        using var database = (SqliteTestDatabase)TestDatabase.Create(TestDialect.Sqlite);
        var directory = TestFolders.Create();
        try
        {
            Fill(database);
            await using var gateway = await GatewayProcess.StartAsync(
                new TestGatewaySettings { Database = database }.ToConfiguration(directory));
            using var client = gateway.Connect("head-office");
            var expected = Enumerable.Range(0, Settlements / Stride)
                .ToDictionary(i => Number(i * Stride), i => KindOf(i));
            var start = Stopwatch.GetTimestamp();

            var answer = await PostLists.SendAsync(
                client,
                PostLists.Entries(Entries())
                    .Prepend(PostLists.Header(new Date { Year = 2026, Month = 2, Day = 1 }, close: true)));

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{answer.PostCount:N0} entries in {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s; "
                + $"the server's peak working set {gateway.PeakWorkingSetBytes / 1048576:N0} MiB"));
            Assert.Equal(expected, answer.Exceptions.ToDictionary(e => e.SettlementNumber, e => e.Kind));
            Assert.Equal(expected.Count, answer.ExceptionCount);
            Assert.False(answer.Closed);
            Assert.InRange(gateway.PeakWorkingSetBytes, 1, MostBytes);
            Assert.Equal(0, database.Number("SELECT COUNT(*) FROM reconciliation_entry"));
        }
        finally
        {
            TestFolders.Delete(directory);
        }
    }

    private static Kind KindOf(int exception) => (exception % 4) switch
    {
        0 => Kind.MissingThere,
        1 => Kind.AmountDiffers,
        2 => Kind.Repeated,
        _ => Kind.MissingHere,
    };

    private static string Number(int serial) => RecordNumber.Create(Day, _ => serial * 97);

    private static IEnumerable<ReconciliationEntry> Entries()
    {
        for (var i = 0; i < Settlements; i++)
        {
            var kind = i % Stride == 0 ? KindOf(i / Stride) : Kind.Unspecified;
            if (kind == Kind.MissingThere)
                continue;
            yield return Entry(i, kind == Kind.AmountDiffers ? 151 : 150);
            if (kind == Kind.Repeated)
                yield return Entry(i, 150);
        }
    }

    private static ReconciliationEntry Entry(int serial, long pounds) => new()
    {
        SettlementNumber = Number(serial),
        Amount = new Google.Type.Money { CurrencyCode = "EGP", Units = pounds },
    };

    private static void Fill(SqliteTestDatabase database)
    {
        database.Insert("vehicle", 1, "قبل", "1234", 1, "", "أحمد محمود", null);
        using var connection = (SqliteConnection)database.Connect();
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000";
        settings.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO settlement (settlement_number, caller, request_id, branch_code, counter_code, teller_code,
              vehicle_id, total, payment_method, payment_amount, collect_time, business_date, settle_time)
            VALUES (@number, 'spiffe://post.gov.eg/hub', @request, @branch, '01', 't', 1, 15000, 1, 15000,
              '2026-02-01T08:00:00.000Z', '2026-02-01', '2026-02-01T08:00:00.000Z')
            """;
        var number = insert.Parameters.Add("@number", SqliteType.Text);
        var request = insert.Parameters.Add("@request", SqliteType.Text);
        var branch = insert.Parameters.Add("@branch", SqliteType.Text);
        for (var i = 0; i < Settlements; i++)
        {
            if (i % Stride == 0 && KindOf(i / Stride) == Kind.MissingHere)
                continue;
            number.Value = Number(i);
            request.Value = i.ToString("D8", CultureInfo.InvariantCulture) + "-0000-4000-8000-000000000000";
            branch.Value = (i % 4000).ToString("D5", CultureInfo.InvariantCulture);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
