using Gateway.Client.Watching;
using Gateway.Evidence;
using Grpc.Core;

namespace Gateway.UnitTests.Client.Watching;

/// <summary>Rounds of a monitor against a gateway that is honest, and one that is not.</summary>
public sealed class LogMonitorTests : IDisposable
{
    private readonly SomeMonitor _monitor = new();

    private FakeLogService Gateway => _monitor.Gateway;

    public void Dispose() => _monitor.Dispose();

    [Fact]
    public async Task Round_LogThatGrows_IsProvenRememberedAndCosigned()
    {
        var first = await _monitor.RunAsync();
        Gateway.Size = 23;
        var second = await _monitor.RunAsync();
        var third = await _monitor.RunAsync();

        Assert.Null(first.Previous);
        Assert.Equal((10, 23, 23), (second.Previous!.Size, second.Head.Size, third.Previous!.Size));
        Assert.Equal(Gateway.Log.Checkpoint(23), _monitor.Cosigned);
        Assert.Equal(1, Gateway.Called.Count(method => method == "GetConsistencyProof"));
        Assert.Equal(
            ["head", "cosigned", "head", "cosigned", "cosigned"], _monitor.History.Select(line => line.Split(' ')[1]));
    }

    [Fact]
    public async Task Round_OlderHead_IsAnAlarmThatStays()
    {
        await _monitor.RunAsync();
        Gateway.Size = 9;

        var alarm = await _monitor.AlarmAsync(LogAlarmKind.OlderHead);
        var again = await _monitor.AlarmAsync(LogAlarmKind.OlderHead);

        Assert.Equal((10, 9, "seen last"), (alarm.Known.Size, alarm.Shown.Size, alarm.Source));
        Assert.Equal(10, again.Known.Size);
        Assert.Single(Directory.GetDirectories(Path.Combine(_monitor.Record, "alarms")));
        Assert.Single(_monitor.History, line => line.Contains(" alarm older-head-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(64, true)]
    public async Task Round_OtherHistory_IsAFork(int size, bool hasProof)
    {
        await _monitor.RunAsync();
        (Gateway.Log, Gateway.Size) = (new FakeLog(shared: 9, history: 1), size);

        var alarm = await _monitor.AlarmAsync(LogAlarmKind.Fork);

        Assert.Equal((10, size, hasProof), (alarm.Known.Size, alarm.Shown.Size, alarm.Proof is not null));
    }

    [Fact]
    public async Task Round_AnswersOfAnotherLogThanIsShown_IsAFork()
    {
        Gateway.Sealed = (new FakeLog(shared: 5, history: 1), 8);

        var alarm = await _monitor.AlarmAsync(LogAlarmKind.Fork);

        Assert.Equal((8, 10), (alarm.Known.Size, alarm.Shown.Size));
    }

    [Fact]
    public async Task Round_AnswersNewerThanWhatIsShown_IsAnOlderHead()
    {
        Gateway.Sealed = (Gateway.Log, 11);

        await _monitor.AlarmAsync(LogAlarmKind.OlderHead);
    }

    [Fact]
    public async Task Round_AnswersOfAnotherOrigin_IsLookedAtTwiceAndThenAnAlarm()
    {
        Gateway.Sealed = (new FakeLog(FakeLog.Next), 3);

        await _monitor.AlarmAsync(LogAlarmKind.Fork);

        Assert.Equal(["ListLogs", "GetCheckpoint", "ListLogs", "GetCheckpoint"], Gateway.Called);
    }

    [Theory]
    [InlineData("GetCheckpoint")]
    [InlineData("GetConsistencyProof")]
    public async Task Round_SignedHeadsThatTheGatewayDoesNotKnow_IsAnAlarm(string method)
    {
        await _monitor.RunAsync();
        Gateway.Size = 20;
        Gateway.Fail = called => called == method ? Gateway.Refusal("TREE_SIZE_UNKNOWN") : null;

        await _monitor.AlarmAsync(LogAlarmKind.OlderHead);
    }

    [Fact]
    public async Task Round_HeadThatDoesNotVerify_IsNotBelieved()
    {
        Gateway.Fail = called => called == "GetCheckpoint"
            ? new EvidenceException(EvidenceCheck.SignatureValue, "Signature refused.")
            : null;

        await Assert.ThrowsAsync<EvidenceException>(_monitor.RunAsync);

        Assert.Null(_monitor.Cosigned);
    }

    [Theory]
    [InlineData("ListLogs")]
    [InlineData("GetCheckpoint")]
    [InlineData("GetConsistencyProof")]
    public async Task Round_NoAnswer_IsNoAlarmAndCosignsNothing(string method)
    {
        await _monitor.RunAsync();
        Gateway.Size = 20;
        Gateway.Fail = called => called == method ? new RpcException(Status.DefaultCancelled) : null;

        await Assert.ThrowsAsync<RpcException>(_monitor.RunAsync);

        Assert.Equal(10, _monitor.Cosigned!.Size);
        Assert.False(Directory.Exists(Path.Combine(_monitor.Record, "alarms")));
        Gateway.Fail = _ => null;
        Assert.Equal(10, (await _monitor.RunAsync()).Previous!.Size);
    }

    [Fact]
    public async Task Round_RequestForTheSameHead_LeavesNoMoreAnswersThanMatter()
    {
        Gateway.Answers.AddRange(Enumerable.Range(1, 9).Select(size => Gateway.Log.Answer(size)));

        await _monitor.RunAsync();
        Gateway.Size = 20;
        await _monitor.RunAsync();

        Assert.Equal(2, Gateway.Answers.Count);
    }
}
