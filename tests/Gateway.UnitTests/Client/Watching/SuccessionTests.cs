using Gateway.Client.Watching;
using Gateway.Evidence;

namespace Gateway.UnitTests.Client.Watching;

/// <summary>A log that comes after another.</summary>
public sealed class SuccessionTests : IDisposable
{
    private const string Second = $"{FakeLog.Name}/22222222";

    private readonly SomeMonitor _monitor = new();
    private readonly FakeLog _lost = new();

    private FakeLogService Gateway => _monitor.Gateway;

    public void Dispose() => _monitor.Dispose();

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    public async Task Round_LogThatNamesTheLastHeadOrALaterOne_IsWatchedFromThere(int named)
    {
        await _monitor.RunAsync();
        Succeed(_lost.Checkpoint(named));

        var report = await _monitor.RunAsync();
        await _monitor.RunAsync();

        Assert.Equal((FakeLog.Origin, FakeLog.Next), (report.Previous!.Origin, report.Head.Origin));
        Assert.NotNull(report.Cosigned);
        var line = Assert.Single(_monitor.History, line => line.Contains(" succession ", StringComparison.Ordinal));
        Assert.EndsWith(FakeLog.Next, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Round_LogsThatCameAndWentMeanwhile_AreFollowed()
    {
        await _monitor.RunAsync();
        Gateway.Before.Add(FakeLogService.Ended(new FakeLog(Second).Checkpoint(5), FakeLog.Next));
        Gateway.Before.Add(FakeLogService.Ended(_lost.Checkpoint(12), Second));
        (Gateway.Log, Gateway.Size) = (new FakeLog(FakeLog.Next), 4);

        Assert.Equal(FakeLog.Next, (await _monitor.RunAsync()).Head.Origin);
    }

    [Fact]
    public async Task Round_LogThatNamesAnOlderHead_IsAnAlarm()
    {
        await _monitor.RunAsync();
        Succeed(_lost.Checkpoint(9));

        var alarm = await _monitor.AlarmAsync(LogAlarmKind.Succession);

        Assert.Equal((FakeLog.Origin, FakeLog.Next), (alarm.Known.Origin, alarm.Shown.Origin));
    }

    [Fact]
    public async Task Round_LogThatNamesAnotherRoot_IsAnAlarm()
    {
        await _monitor.RunAsync();
        Succeed(new FakeLog(shared: 9, history: 1).Checkpoint(10));

        await _monitor.AlarmAsync(LogAlarmKind.Succession);
    }

    [Fact]
    public async Task Round_LogThatNamesNoneBefore_IsAnAlarm()
    {
        await _monitor.RunAsync();
        (Gateway.Log, Gateway.Size) = (new FakeLog(FakeLog.Next), 4);

        await _monitor.AlarmAsync(LogAlarmKind.Succession);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Second)]
    [InlineData(FakeLog.Origin)]
    public async Task Round_SuccessionThatLeadsElsewhere_IsAnAlarm(string successor)
    {
        await _monitor.RunAsync();
        Succeed(_lost.Checkpoint(10), successor);

        await _monitor.AlarmAsync(LogAlarmKind.Succession);
    }

    [Fact]
    public async Task Round_LostLogThatTurnsUpAgain_IsAnAlarm()
    {
        await _monitor.RunAsync();
        Succeed(_lost.Checkpoint(10));
        await _monitor.RunAsync();
        Gateway.Before.Clear();
        (Gateway.Log, Gateway.Size) = (_lost, 30);

        await _monitor.AlarmAsync(LogAlarmKind.Succession);
    }

    [Fact]
    public async Task Round_LogThatChangesBetweenTwoQuestions_IsLookedAtAgain()
    {
        await _monitor.RunAsync();
        Gateway.Size = 12;
        Gateway.Fail = called =>
        {
            if (called != "GetConsistencyProof" || Gateway.Before.Count > 0)
                return null;
            Succeed(_lost.Checkpoint(12));
            return Gateway.Refusal("EVIDENCE_LOG_UNKNOWN");
        };

        Assert.Equal(FakeLog.Next, (await _monitor.RunAsync()).Head.Origin);
    }

    private void Succeed(Checkpoint named, string successor = FakeLog.Next)
    {
        Gateway.Before.Add(FakeLogService.Ended(named, successor));
        (Gateway.Log, Gateway.Size) = (new FakeLog(FakeLog.Next), 4);
    }
}
