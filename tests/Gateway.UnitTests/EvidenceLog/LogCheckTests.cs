using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.UnitTests.Evidence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Log = Gateway.EvidenceLog.EvidenceLog;

namespace Gateway.UnitTests.EvidenceLog;

/// <summary>What a check of a whole log finds in what proofs and times are made from.</summary>
public sealed class LogCheckTests : IDisposable
{
    private const int Size = 600;

    private readonly SomeLog _some = new();
    private readonly SomeAuthority _authority = new();
    private readonly FakeTimeProvider _time = SomeTime.At(SomePki.Now);

    [Fact]
    public async Task Log_WithTilesAndStamps_IsWhole()
    {
        await FillAsync();

        var report = Check();

        Assert.Empty(report.Findings);
        Assert.Equal(2, report.TimeStampsVerified);
        Assert.Equal(Size, report.Head.Size);
    }

    [Theory]
    [InlineData("UPDATE tree_tile SET nodes = zeroblob(length(nodes)) WHERE key = 1", 0)]
    [InlineData("UPDATE tree_tile SET nodes = substr(nodes, 1, 32) WHERE key = 257", 256)]
    [InlineData("DELETE FROM tree_tile WHERE key = 1", 0)]
    public async Task Tile_ChangedOrGone_IsNamedByTheFirstBatchAboveIt(string change, long position)
    {
        await FillAsync();
        Run("DROP TRIGGER tree_tile_is_kept; DROP TRIGGER tree_tile_grows; " + change);

        var found = Assert.Single(Check().Findings);

        Assert.Equal(LogFindingKind.Tree, found.Kind);
        Assert.InRange(found.Position!.Value, position, position + 47);
    }

    [Theory]
    [InlineData("UPDATE time_stamp SET token = (SELECT token FROM time_stamp WHERE batch_size = 600)", "Imprint")]
    [InlineData("UPDATE time_stamp SET token = substr(token, 1, 100)", "Form")]
    [InlineData("UPDATE time_stamp SET stamp_time_ms = stamp_time_ms + 1", "another time")]
    [InlineData("UPDATE time_stamp SET batch_size = 999999", "is of no batch")]
    public async Task Stamp_Changed_IsNamed(string change, string told)
    {
        await FillAsync();
        Run($"DROP TRIGGER time_stamp_is_fixed; {change} WHERE batch_size = 300");

        var found = Assert.Single(Check().Findings);

        Assert.Equal(LogFindingKind.TimeStamp, found.Kind);
        Assert.Contains(told, found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stamp_OlderThanItsSignature_IsNamed()
    {
        await FillAsync(stampedBefore: TimeSpan.FromMinutes(2));

        Assert.All(Check().Findings, found => Assert.Contains("older than the signature", found.Text));
        Assert.Equal(2, Check().FindingCount);
    }

    /// <inheritdoc/>
    public void Dispose() => _some.Dispose();

    private LogCheckReport Check()
    {
        using var check = LogCheck.Open(_some.Directory);
        return check.Run(
            new LogCheckOptions { TimeStamps = new TimeStampVerifier([SomePki.Shared.Root]) }, null, default);
    }

    // Two halves, each with a time stamp over its end.
    private async Task FillAsync(TimeSpan stampedBefore = default)
    {
        using var signer = SomePki.Shared.Signer();
        await using var log = Log.Open(_some.Options, signer, SomeLog.Contract, _time, NullLogger.Instance);
        for (var half = 0; half < 2; half++)
        {
            await Task.WhenAll(
                Enumerable.Range(0, Size / 2).Select(_ => log.SealAsync(SomeLog.Entry(log.Origin)).AsTask()));
            var batch = log.NewestBatch!;
            var query = new TimeStampQuery(batch.Signature, []);
            var stamp = query.Check(
                _authority.Answer(query.ToBytes(), _time.GetUtcNow() - stampedBefore),
                new TimeStampVerifier([SomePki.Shared.Root]));
            await log.KeepStampAsync(new BatchStamp(batch.Size, stamp, TimeSpan.Zero));
            _time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_some.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys = OFF; " + sql;
        command.ExecuteNonQuery();
    }
}
