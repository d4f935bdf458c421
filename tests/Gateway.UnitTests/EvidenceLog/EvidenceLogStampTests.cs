using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.UnitTests.Evidence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Log = Gateway.EvidenceLog.EvidenceLog;

namespace Gateway.UnitTests.EvidenceLog;

public sealed class EvidenceLogStampTests : IDisposable
{
    private readonly SomeLog _some = new();
    private readonly SomeAuthority _authority = new();
    private readonly FakeTimeProvider _time = SomeTime.At(SomePki.Now);

    public void Dispose() => _some.Dispose();

    [Fact]
    public async Task Stamps_NewLog_AreNone()
    {
        await using var log = Open();

        Assert.Equal(new StampCoverage(null, null), log.Stamps);
        Assert.Null(log.NewestBatch);
    }

    [Fact]
    public async Task Stamps_Sealed_CountFromTheOldestBatch()
    {
        await using var log = Open();

        await SealAsync(log);
        _time.Advance(TimeSpan.FromMinutes(3));
        await SealAsync(log);

        Assert.Equal(SomePki.Now, log.Stamps.OldestUnstampedTime);
        Assert.Equal(2, log.NewestBatch!.Size);
    }

    [Fact]
    public async Task KeepStamp_NewestBatch_CoversAllBeforeIt()
    {
        await using var log = Open();
        await SealAsync(log);
        await SealAsync(log);

        var stamp = await StampAsync(log, log.NewestBatch!);

        Assert.Null(log.Stamps.OldestUnstampedTime);
        Assert.Equal(stamp.Token, log.Stamps.Last!.Token);
        using var reader = _some.Read();
        var covering = reader.StampCovering(0)!;
        Assert.Equal((2, stamp.Time, "CN=Time Keeper"), (covering.BatchSize, covering.Time, covering.Authority));
        Assert.Equal(TimeSpan.FromSeconds(-3), covering.ClockDifference);
        Assert.Null(reader.StampCovering(2));
        Assert.Equal(
            [_authority.Certificate.RawData, SomePki.Shared.Issuer.RawData], reader.StampChain(covering.CertificateSha256));
    }

    [Fact]
    public async Task KeepStamp_LogGrewMeanwhile_LeavesTheRestUncovered()
    {
        await using var log = Open();
        await SealAsync(log);
        var first = log.NewestBatch!;
        _time.Advance(TimeSpan.FromMinutes(1));
        await SealAsync(log);

        await StampAsync(log, first);

        Assert.Equal(Seconds(SomePki.Now.AddMinutes(1)), log.Stamps.OldestUnstampedTime);
    }

    [Fact]
    public async Task Stamps_LogOpenedAgain_AreAsBefore()
    {
        await using (var log = Open())
        {
            await SealAsync(log);
            await StampAsync(log, log.NewestBatch!);
            _time.Advance(TimeSpan.FromMinutes(2));
            await SealAsync(log);
        }

        _time.Advance(TimeSpan.FromHours(5));
        await using var again = Open();
        Assert.Equal(Seconds(SomePki.Now.AddMinutes(2)), again.Stamps.OldestUnstampedTime);
        Assert.Equal(1, again.Stamps.Last!.BatchSize);
        Assert.Equal(2, again.NewestBatch!.Size);
    }

    [Fact]
    public async Task KeepStamp_SecondOfABatch_LeavesTheFirst()
    {
        await using var log = Open();
        await SealAsync(log);
        var first = await StampAsync(log, log.NewestBatch!);

        await StampAsync(log, log.NewestBatch!);

        Assert.Equal(first.Token, log.Stamps.Last!.Token);
    }

    [Fact]
    public async Task KeepStamp_FileLocked_FailsAndWorksAfterwards()
    {
        await using var log = Open();
        await SealAsync(log);

        using (var other = new SqliteConnection($"Data Source={_some.File};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "BEGIN EXCLUSIVE";
            command.ExecuteNonQuery();
            await Assert.ThrowsAsync<EvidenceUnavailableException>(() => StampAsync(log, log.NewestBatch!));
            Assert.NotNull(log.Stamps.OldestUnstampedTime);
        }

        await StampAsync(log, log.NewestBatch!);

        Assert.Null(log.Stamps.OldestUnstampedTime);
    }

    [Fact]
    public async Task KeepStamp_AfterTheLogIsClosed_IsRefused()
    {
        var log = Open();
        await SealAsync(log);
        var batch = log.NewestBatch!;
        await log.DisposeAsync();

        await Assert.ThrowsAsync<EvidenceUnavailableException>(() => StampAsync(log, batch));
    }

    [Theory]
    [InlineData("DELETE FROM time_stamp")]
    [InlineData("UPDATE time_stamp SET stamp_time_ms = 0")]
    public async Task TimeStamp_Changed_IsRefusedByTheFile(string statement)
    {
        await using (var log = Open())
        {
            await SealAsync(log);
            await StampAsync(log, log.NewestBatch!);
        }

        using var connection = new SqliteConnection($"Data Source={_some.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
    }

    private static DateTimeOffset Seconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private static ValueTask<SealedAnswer> SealAsync(Log log) => log.SealAsync(SomeLog.Entry(log.Origin));

    private Log Open() => Log.Open(_some.Options, _some.Signer, SomeLog.Contract, _time, NullLogger.Instance);

    private async Task<VerifiedTimeStamp> StampAsync(Log log, LoggedBatch batch)
    {
        var query = new TimeStampQuery(batch.Signature, []);
        var stamp = query.Check(
            _authority.Answer(query.ToBytes(), _time.GetUtcNow()), new TimeStampVerifier([SomePki.Shared.Root]));
        await log.KeepStampAsync(new BatchStamp(batch.Size, stamp, TimeSpan.FromSeconds(-3)));
        return stamp;
    }
}
