using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Testing.Tools;
using Gateway.UnitTests.Evidence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Log = Gateway.EvidenceLog.EvidenceLog;

namespace Gateway.UnitTests.EvidenceLog;

/// <summary>Statements and audit lines go when their time is over; the tree stays.</summary>
public sealed class LogRetentionTests : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly SomeLog _some = new();
    private readonly FakeTimeProvider _time = SomeTime.At(SomePki.Now);

    [Fact]
    public async Task Retention_Over_RemovesOldStatementsAndNoOthers()
    {
        await SealAsync(3);
        _time.Advance(2 * Day);
        await SealAsync(2);

        _time.Advance(9 * Day);
        await SealAsync(1);

        using var reader = _some.Read();
        Assert.Equal(
            [false, false, false, true, true, true], reader.Entries().Select(entry => entry.Statement is not null));
        Assert.Equal(
            [false, false, false, true, true, true], reader.Entries().Select(entry => entry.CallId is not null));
        Assert.Equal([3L, 4, 5], reader.AuditLines().Select(line => line.Position));
    }

    [Fact]
    public async Task Retention_NotOver_KeepsEverything()
    {
        await SealAsync(3);

        _time.Advance((10 * Day) - TimeSpan.FromMinutes(1));
        await SealAsync(1);

        using var reader = _some.Read();
        Assert.All(reader.Entries(), entry => Assert.NotNull(entry.Statement));
        Assert.Equal(4, reader.AuditLines().Count());
    }

    [Fact]
    public async Task Retention_AuditLinesShorter_RemovesOnlyThem()
    {
        await SealAsync(3, auditDays: 2);

        _time.Advance(3 * Day);
        await SealAsync(1, auditDays: 2);

        using var reader = _some.Read();
        Assert.All(reader.Entries(), entry => Assert.NotNull(entry.Statement));
        Assert.Equal([3L], reader.AuditLines().Select(line => line.Position));
    }

    [Fact]
    public async Task Retention_ManyStatements_AreRemovedInSmallStepsByAnIdleLog()
    {
        const int Count = 3 * LogRetention.AtOnce;
        await SealAsync(Count);
        _time.Advance(11 * Day);

        await using (var log = Open(10))
        {
            await log.SealAsync(SomeLog.Entry(log.Origin));
            using var reading = _some.Read();
            await Until.SoAsync(
                () => reading.Entry(Count - 1)!.Statement is null, "the last old statement is gone");
        }

        using var reader = _some.Read();
        Assert.All(reader.Entries().Take(Count), entry => Assert.Null(entry.Statement));
        Assert.NotNull(reader.Entry(Count)!.Statement);
        Assert.Empty(reader.AuditLines());
    }

    [Fact]
    public async Task Retention_StatementsGone_TreeProofsAndGrowthAreUnhurt()
    {
        await SealAsync(40);
        byte[] root;
        using (var before = _some.Read())
            root = before.RootAt(40);

        _time.Advance(11 * Day);
        await SealAsync(1);
        await SealAsync(1);

        using var reader = _some.Read();
        Assert.Null(reader.Entry(39)!.Statement);
        Assert.Equal(root, reader.RootAt(40));
        Assert.True(TreeProofs.VerifyInclusion(
            TreeProofs.LeafHash(reader.Entry(7)!.Digest), reader.InclusionProofOf(7, 42), reader.RootAt(42)));
    }

    [Fact]
    public async Task Retention_StatementGone_IsNowhereInTheFile()
    {
        await using (var log = Open(10))
        {
            var entry = SomeLog.Entry(log.Origin, SomeLog.Audit with { Subject = "only-one-of-its-kind" });
            await log.SealAsync(entry);
        }

        Assert.True(IsInFile("only-one-of-its-kind"));
        _time.Advance(11 * Day);
        await SealAsync(1);

        Assert.False(IsInFile("only-one-of-its-kind"));
    }

    [Fact]
    public async Task Retention_FileThatCannotBeWritten_IsToldAndTriedAgain()
    {
        await SealAsync(2);
        _time.Advance(11 * Day);
        using (var other = new SqliteConnection($"Data Source={_some.File};Pooling=False"))
        {
            other.Open();
            other.Run("CREATE TRIGGER broken BEFORE UPDATE OF kept_from ON log BEGIN SELECT RAISE(ABORT, 'no'); END");
            await using var log = Open(10);
            await log.SealAsync(SomeLog.Entry(log.Origin));
            await Until.SoAsync(() => !log.IsHealthy, "the failure is told");
            other.Run("DROP TRIGGER broken");
            await Until.SoAsync(() => log.IsHealthy, "the log is well again");
            await log.SealAsync(SomeLog.Entry(log.Origin));
        }

        await SealAsync(1);
        using var reader = _some.Read();
        Assert.Null(reader.Entry(0)!.Statement);
    }

    public void Dispose() => _some.Dispose();

    private async Task SealAsync(int count, int auditDays = 10)
    {
        await using var log = Open(auditDays);
        await Task.WhenAll(
            Enumerable.Range(0, count).Select(_ => log.SealAsync(SomeLog.Entry(log.Origin, SomeLog.Audit)).AsTask()));
    }

    private Log Open(int auditDays)
    {
        var options = _some.Options;
        (options.StatementRetention, options.AuditRetention) = (10 * Day, auditDays * Day);
        return Log.Open(options, _some.Signer, SomeLog.Contract, _time, NullLogger.Instance);
    }

    private bool IsInFile(string text) => File.ReadAllBytes(_some.File).AsSpan()
        .IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
}
