using Gateway.Client.Watching;
using Grpc.Core;

namespace Gateway.UnitTests.Client.Watching;

/// <summary>What branches received, held against the log that a gateway shows.</summary>
public sealed class ReceivedTests : IDisposable
{
    private readonly SomeMonitor _monitor = new();

    private FakeLogService Gateway => _monitor.Gateway;

    public void Dispose() => _monitor.Dispose();

    [Fact]
    public async Task Round_AllInTheLog_IsCheckedOnce()
    {
        for (var size = 1; size <= 10; size++)
            Gateway.Log.Receive(In("branch", $"{size}"), size, withStatement: size % 2 == 0);

        var first = await _monitor.RunAsync();
        Gateway.Log.Receive(In("late"), 7);
        var second = await _monitor.RunAsync();

        Assert.Equal((10, 0), (first.Checked, first.CheckedBefore));
        Assert.Equal((1, 10), (second.Checked, second.CheckedBefore));
        Assert.NotNull(second.Cosigned);
        Assert.Equal(10, Gateway.Called.Count(method => method == "GetConsistencyProof"));
    }

    [Fact]
    public async Task Round_CameAfterTheHead_HasTheGatewayShowANewerOne()
    {
        Gateway.Log.Receive(In("new"), 12);
        Gateway.Fail = called =>
        {
            if (called == "GetCheckpoint")
                Gateway.Size = 15;
            return null;
        };

        var report = await _monitor.RunAsync();

        Assert.Equal((1, 15), (report.Checked, report.Head.Size));
        Assert.Equal(15, _monitor.Cosigned!.Size);
    }

    [Fact]
    public async Task Round_PastAllThatTheGatewayShows_IsAnAlarm()
    {
        Gateway.Log.Receive(In("new"), 12);

        var alarm = await _monitor.AlarmAsync(LogAlarmKind.OlderHead);

        Assert.Equal((12, 10, In("new")), (alarm.Known.Size, alarm.Shown.Size, alarm.Source));
        Assert.Null(_monitor.Cosigned);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public async Task Round_NotInTheLog_IsAnAlarmAndWhatWasFoundBeforeStays(int size)
    {
        Gateway.Log.Receive(In("a"), 3);
        await _monitor.RunAsync();
        new FakeLog(shared: 5, history: 1).Receive(In("b"), size);

        var alarm = await _monitor.AlarmAsync(LogAlarmKind.Fork);
        Directory.Delete(In("b"), recursive: true);
        var settled = await _monitor.RunAsync();

        Assert.Equal(In("b"), alarm.Source);
        Assert.Equal((0, 1), (settled.Checked, settled.CheckedBefore));
    }

    [Theory]
    [InlineData("batch.txt")]
    [InlineData("batch.p7s")]
    [InlineData("statement.json")]
    public async Task Round_FileThatWasChanged_IsToldAndNothingIsCosigned(string file)
    {
        Gateway.Log.Receive(In("good"), 4);
        Gateway.Log.Receive(In("bad"), 5, withStatement: true);
        var bytes = File.ReadAllBytes(In("bad", file));
        bytes[^3] ^= 1;
        File.WriteAllBytes(In("bad", file), bytes);

        var report = await _monitor.RunAsync();

        Assert.Equal((1, 1), (report.Checked, report.FaultCount));
        Assert.Equal(In("bad"), report.Faults[0].Folder);
        Assert.Null(report.Cosigned);
        Assert.Null(_monitor.Cosigned);
    }

    [Fact]
    public async Task Round_FolderThatIsNotWholeYet_IsCheckedWhenItIs()
    {
        Gateway.Log.Receive(In("half"), 4);
        File.Move(In("half", "batch.p7s"), In("half", "later"));

        var half = await _monitor.RunAsync();
        File.Move(In("half", "later"), In("half", "batch.p7s"));
        var whole = await _monitor.RunAsync();

        Assert.Equal((1, null), (half.FaultCount, half.Cosigned));
        Assert.Equal((1, 0), (whole.Checked, whole.FaultCount));
        Assert.NotNull(whole.Cosigned);
    }

    [Fact]
    public async Task Round_FileLongerThanEvidence_IsNotRead()
    {
        Gateway.Log.Receive(In("long"), 4);
        File.WriteAllBytes(In("long", "batch.p7s"), new byte[16 * 1024 + 1]);

        Assert.Equal(1, (await _monitor.RunAsync()).FaultCount);
    }

    [Fact]
    public async Task Round_OfAnotherGateway_IsLeftToItsOwnMonitor()
    {
        new FakeLog("traffic-gateway.example/gw-2/0123abcd").Receive(In("other"), 40);

        var report = await _monitor.RunAsync();

        Assert.Equal((0, 1), (report.Checked, report.OfOtherGateways));
        Assert.NotNull(report.Cosigned);
    }

    [Fact]
    public async Task Round_OfALogThatTheGatewayHides_IsAnAlarm()
    {
        new FakeLog(FakeLog.Next).Receive(In("hidden"), 4);

        await _monitor.AlarmAsync(LogAlarmKind.HiddenLog);
    }

    [Fact]
    public async Task Round_OfALostLog_IsProvenWhereItCanBe()
    {
        Gateway.Before.Add(FakeLogService.Ended(new FakeLog(FakeLog.Next).Checkpoint(9), FakeLog.Origin));
        new FakeLog(FakeLog.Next).Receive(In("last"), 9);
        new FakeLog(FakeLog.Next).Receive(In("before"), 8);

        var report = await _monitor.RunAsync();

        Assert.Equal((1, 1), (report.Checked, report.Unprovable));
        Assert.NotNull(report.Cosigned);
    }

    [Theory]
    [InlineData(10, LogAlarmKind.LostEntries)]
    [InlineData(9, LogAlarmKind.Fork)]
    public async Task Round_OfALostLogPastItsLastHeadOrBesideIt_IsAnAlarm(int size, LogAlarmKind kind)
    {
        Gateway.Before.Add(FakeLogService.Ended(new FakeLog(FakeLog.Next).Checkpoint(9), FakeLog.Origin));
        new FakeLog(FakeLog.Next, shared: 3, history: 1).Receive(In("lost"), size);

        await _monitor.AlarmAsync(kind);
    }

    [Fact]
    public async Task Round_GatewayGoesAwayHalfWay_GoesOnWhereItWas()
    {
        for (var size = 1; size < 10; size++)
            Gateway.Log.Receive(In($"{size}"), size);
        var proofs = 0;
        Gateway.Fail = called => called == "GetConsistencyProof" && ++proofs > 4
            ? new RpcException(new Status(StatusCode.Unavailable, ""))
            : null;

        await Assert.ThrowsAsync<RpcException>(_monitor.RunAsync);
        Assert.Null(_monitor.Cosigned);
        Gateway.Fail = _ => null;
        var report = await _monitor.RunAsync();

        Assert.Equal((5, 4), (report.Checked, report.CheckedBefore));
    }

    private string In(params string[] path) => Path.Combine([_monitor.Received, .. path]);
}
