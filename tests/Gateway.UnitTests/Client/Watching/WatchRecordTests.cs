using Gateway.Client.Watching;
using Gateway.Evidence;
using Gateway.UnitTests.Evidence;

namespace Gateway.UnitTests.Client.Watching;

/// <summary>A record after all that can happen to its files.</summary>
public sealed class WatchRecordTests : IDisposable
{
    private readonly SomeMonitor _monitor = new();

    private string State => Path.Combine(_monitor.Record, WatchRecord.StateFile);

    private string History => Path.Combine(_monitor.Record, WatchRecord.HistoryFile);

    public void Dispose() => _monitor.Dispose();

    [Fact]
    public void Begin_WhereOneIs_IsRefused()
    {
        var before = File.ReadAllBytes(State);

        Assert.Throws<WatchRecordException>(() => WatchRecord.Begin(_monitor.Record, SomeMonitor.Witness.Key));

        Assert.Equal(before, File.ReadAllBytes(State));
    }

    [Theory]
    [InlineData(WatchRecord.StateFile)]
    [InlineData(WatchRecord.HistoryFile)]
    public async Task Open_FileGone_IsDamageAndNotAnewBeginning(string file)
    {
        await FillAsync();
        File.Delete(Path.Combine(_monitor.Record, file));

        AssertDamaged();

        Assert.Throws<WatchRecordException>(() => WatchRecord.Begin(_monitor.Record, SomeMonitor.Witness.Key));
    }

    [Fact]
    public async Task Open_AnyByteOfItsStateChanged_IsDamage()
    {
        await FillAsync();
        var good = File.ReadAllBytes(State);

        for (var at = 0; at < good.Length; at += 7)
            AssertDamagedWith(State, good, at);

        File.WriteAllBytes(State, good[..^1]);
        AssertDamaged();
        File.WriteAllBytes(State, good);
        using var record = _monitor.Open();
        Assert.Equal(12, record.Newest!.Size);
    }

    [Fact]
    public async Task Open_AnyByteOfItsHistoryChanged_IsDamage()
    {
        await FillAsync();
        var good = File.ReadAllBytes(History);

        for (var at = 0; at < good.Length; at += 7)
            AssertDamagedWith(History, good, at);

        File.WriteAllBytes(History, good[..^1]);
        AssertDamaged();
    }

    [Fact]
    public async Task Open_HeadOfAnotherAuthority_IsDamage()
    {
        await FillAsync();

        var refused = Assert.Throws<WatchRecordException>(
            () => WatchRecord.Open(_monitor.Record, new BatchVerifier(new SomePki("Somebody").Trusted)));

        Assert.True(refused.IsDamaged);
    }

    [Theory]
    [InlineData("2026-08-20T09:30:15.250Z head torn")]
    [InlineData("2026-08-20T09:30:15.250Z received 0000\n2026-08-20T09:30:15.250Z cosigned whole\n")]
    public async Task Open_AfterADeathBehindTheHistory_GoesOnBeforeIt(string tail)
    {
        await FillAsync();
        var before = File.ReadAllLines(History);
        File.AppendAllText(History, tail);

        var report = await _monitor.RunAsync();

        Assert.Equal(12, report.Previous!.Size);
        Assert.Equal(before, File.ReadAllLines(History)[..before.Length]);
        Assert.Equal(before.Length + 1, File.ReadAllLines(History).Length);
    }

    [Fact]
    public async Task Open_AfterADeathWithFilesHalfWritten_GoesOn()
    {
        await FillAsync();
        _monitor.Gateway.Size = 5;
        File.WriteAllText(State + ".new", "traffic-gateway-wat");
        File.WriteAllText(_monitor.CheckpointFile + ".new", "");
        Directory.CreateDirectory(Path.Combine(_monitor.Record, "alarms"));
        using (var record = _monitor.Open())
        {
            var known = Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(record.Newest!.Text))[..16];
            Directory.CreateDirectory(Path.Combine(_monitor.Record, "alarms", $"older-head-{known}.new", "known"));
        }

        await _monitor.AlarmAsync(LogAlarmKind.OlderHead);

        Assert.Single(Directory.GetDirectories(Path.Combine(_monitor.Record, "alarms")));
    }

    [Fact]
    public async Task Open_AfterADeathBeforeTheCheckpoint_CosignsTheNextOne()
    {
        await FillAsync();
        File.Delete(_monitor.CheckpointFile);

        await _monitor.RunAsync();

        Assert.Equal(12, _monitor.Cosigned!.Size);
    }

    [Fact]
    public void Open_WhileAnotherHasIt_IsRefused()
    {
        using var first = _monitor.Open();

        Assert.False(Assert.Throws<WatchRecordException>(_monitor.Open).IsDamaged);
    }

    [Fact]
    public void Advance_ToAnOlderHeadOrAnOldLog_IsRefused()
    {
        using var record = _monitor.Open();
        var log = new FakeLog();
        record.Advance(log.Head(10), SomePki.Now);

        Assert.Throws<InvalidOperationException>(() => record.Advance(log.Head(9), SomePki.Now));
        record.Advance(new FakeLog(FakeLog.Next).Head(3), SomePki.Now);
        Assert.Throws<InvalidOperationException>(() => record.Advance(log.Head(11), SomePki.Now));

        Assert.Equal((FakeLog.Next, 10), (record.Newest!.Origin, record.HeadOf(FakeLog.Origin)!.Size));
    }

    [Fact]
    public void KeepCosigned_OfAnotherHeadOrByAnotherKey_IsRefused()
    {
        using var record = _monitor.Open();
        var log = new FakeLog();
        record.Advance(log.Head(10), SomePki.Now);
        var other = new Cosigner(SomeMonitor.Witness.Key.Name, new byte[32]);

        foreach (var (witness, head) in new[]
        {
            (SomeMonitor.Witness, log.Checkpoint(9)),
            (SomeMonitor.Witness, new FakeLog(shared: 1, history: 1).Checkpoint(10)),
            (other, log.Checkpoint(10)),
        })
        {
            var note = witness.Cosign(new SignedNote(head.ToText(), []), SomePki.Now);
            Assert.Throws<InvalidOperationException>(() => record.KeepCosigned(note, SomePki.Now));
        }

        Assert.Null(_monitor.Cosigned);
    }

    // Two heads, received evidence and cosignatures.
    private async Task FillAsync()
    {
        _monitor.Gateway.Log.Receive(Path.Combine(_monitor.Received, "a"), 3);
        await _monitor.RunAsync();
        _monitor.Gateway.Size = 12;
        await _monitor.RunAsync();
    }

    private void AssertDamagedWith(string file, byte[] good, int at)
    {
        var bad = (byte[])good.Clone();
        bad[at] ^= 1;
        File.WriteAllBytes(file, bad);
        AssertDamaged();
        File.WriteAllBytes(file, good);
    }

    private void AssertDamaged()
    {
        var refused = Assert.Throws<WatchRecordException>(_monitor.Open);
        Assert.True(refused.IsDamaged, refused.Message);
        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
    }
}
