using Gateway.Data;
using Gateway.Domain;
using Gateway.Testing.Databases;

namespace Gateway.UnitTests.Data;

public abstract class SampleDataTests(TestDialect dialect) : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Base = new(2026, 3, 1);

    private readonly TestDatabase _test = TestDatabase.Create(dialect);

    public void Dispose()
    {
        _test.Dispose();
        GC.SuppressFinalize(this);
    }

    [DatabaseFact]
    public async Task Write_SomeFines_HoldsTheLaws()
    {
        await WriteAsync(seed: 1, fines: 5_000);

        Assert.Equal(5_013, _test.Number("SELECT COUNT(*) FROM fine"));
        Assert.Equal(0, _test.Number(
            """
            SELECT COUNT(*) FROM settlement s
            WHERE s.total <> (SELECT SUM(i.amount) FROM settlement_item i WHERE i.settlement_id = s.id)
            """));
        Assert.Equal(0, _test.Number(
            """
            SELECT COUNT(*) FROM settlement_item i
            JOIN fine f ON f.id = i.fine_id
            JOIN settlement s ON s.id = i.settlement_id
            WHERE i.amount <> f.amount + f.fees OR f.status <> 2 OR s.settle_time <= f.violation_time
              OR COALESCE(f.vehicle_id, 0) <> COALESCE(s.vehicle_id, 0)
              OR COALESCE(f.driver_id, 0) <> COALESCE(s.driver_id, 0)
            """));
        Assert.Equal(0, _test.Number(
            """
            SELECT COUNT(*) FROM fine f
            WHERE f.status = 2
              AND NOT EXISTS (SELECT 1 FROM settlement_item i WHERE i.fine_id = f.id AND i.is_active = 1)
            """));
        Assert.Equal(0, _test.Number(
            """
            SELECT COUNT(*) FROM fine f
            JOIN violation_code v ON v.code = f.violation_code
            WHERE f.amount NOT BETWEEN v.minimum_amount AND v.maximum_amount OR f.violation_time >= '2026-03-01'
            """));
        Assert.Equal(4, _test.Number("SELECT COUNT(DISTINCT status) FROM fine"));
        Assert.Equal(27, _test.Number("SELECT COUNT(DISTINCT governorate_code) FROM fine"));
    }

    [DatabaseFact]
    public async Task Write_SettlementsOfTheSample_HaveCairosDate()
    {
        await WriteAsync(seed: 1, fines: 2_000);
        var calendar = new BusinessCalendar(TimeProvider.System);
        var numbers = new SampleDataGenerator(1, Base).Generate(NamedSample.Next).Take(300)
            .SelectMany(subject => subject.Settlements)
            .Select(settlement => settlement.SettlementNumber)
            .ToList();

        var settlements = await _test.Database.ReadAsync(
            async session =>
            {
                var found = new List<SettlementRecord>();
                foreach (var number in numbers)
                    found.Add((await new SettlementStore(session).FindByNumberAsync(number, None))!);
                return found;
            },
            None);

        Assert.NotEmpty(settlements);
        Assert.All(settlements, settlement =>
        {
            Assert.Equal(calendar.BusinessDate(settlement.Details.SettleTime), settlement.Details.BusinessDate);
            Assert.True(RecordNumber.IsValid(settlement.Details.SettlementNumber));
            Assert.True(Guid.TryParseExact(settlement.Details.RequestId, "D", out var id) && id.Version == 4);
        });
    }

    [DatabaseFact]
    public async Task Write_AgainWithAnotherSeed_AddsWithoutCollision()
    {
        var progress = new LastProgress();

        var first = await SampleDataWriter.WriteAsync(
            _test.Database, new SampleDataGenerator(1, Base), 1_000, progress, None);
        var second = await WriteAsync(seed: 2, fines: 1_000);

        Assert.Equal((1_013, 1_000), (first, second));
        Assert.Equal(1_013, progress.Last);
        Assert.Equal(2_013, _test.Number("SELECT COUNT(*) FROM fine"));
    }

    [DatabaseFact]
    public async Task Write_Cancelled_LeavesWholeTransactionsOnly()
    {
        using var cancellation = new CancellationTokenSource();
        var stop = new Stop(cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SampleDataWriter.WriteAsync(
            _test.Database, new SampleDataGenerator(1, Base), 1_000, stop, cancellation.Token));

        Assert.Equal(13, _test.Number("SELECT COUNT(*) FROM fine"));
    }

    private Task<long> WriteAsync(long seed, long fines) =>
        SampleDataWriter.WriteAsync(_test.Database, new SampleDataGenerator(seed, Base), fines, null, None);

    private sealed class LastProgress : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value) => Last = value;
    }

    private sealed class Stop(CancellationTokenSource cancellation) : IProgress<long>
    {
        public void Report(long value) => cancellation.Cancel();
    }
}

public sealed class SqliteSampleDataTests() : SampleDataTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerSampleDataTests() : SampleDataTests(TestDialect.SqlServer);
