namespace Gateway.IntegrationTests.Evidence.Watch;

/// <summary>The post's monitor against a gateway that is put back on an older copy, or begins another log.</summary>
public sealed class WatchAlarmTests : IDisposable
{
    private readonly LogOfATest _log = new();
    private readonly Monitor _monitor = new();

    public void Dispose()
    {
        _monitor.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Log_PutBackToAnOlderCopy_IsAnAlarmWhateverItGrowsTo()
    {
        await _log.AnswerAsync(3);
        using var older = new OlderCopy(_log);
        await _log.AnswerAsync(8);
        var seen = (await WatchAsync()).AssertGood();
        var cosigned = await File.ReadAllTextAsync(seen.Cosigned!);
        older.PutBack();

        var back = await (await WatchAsync()).AssertAlarmAsync("older-head");
        await _log.AnswerAsync(20);
        var fork = await (await WatchAsync()).AssertAlarmAsync("fork");

        Assert.Equal((seen.Size, 4), ((long)back["known"]!["size"]!, (long)back["shown"]!["size"]!));
        Assert.Equal(seen.Size, (long)fork["known"]!["size"]!);
        Assert.True((long)fork["shown"]!["size"]! > seen.Size);
        Assert.True(File.Exists(Path.Combine((string)fork["folder"]!, "proof.txt")));
        Assert.Equal(cosigned, await File.ReadAllTextAsync(seen.Cosigned!));
    }

    [Fact]
    public async Task Log_OfTheSameSizeWithAnotherHistory_IsAFork()
    {
        await _log.AnswerAsync(3);
        using var older = new OlderCopy(_log);
        var seen = (await WatchAsync()).AssertGood();
        older.PutBack();

        var fork = await (await WatchAsync()).AssertAlarmAsync("fork");

        Assert.Equal((seen.Size, seen.Size), ((long)fork["known"]!["size"]!, (long)fork["shown"]!["size"]!));
        Assert.NotEqual((string)fork["known"]!["root"]!, (string)fork["shown"]!["root"]!);
    }

    [Fact]
    public async Task Received_ThatIsNotInTheLog_IsAnAlarmInTheFirstRound()
    {
        await _log.AnswerAsync(3);
        using var older = new OlderCopy(_log);
        await using (var gateway = await _log.StartAsync())
            await _monitor.ReceiveAsync(gateway.Address, "branch");
        older.PutBack();
        await _log.AnswerAsync(5);

        var alarm = await (await WatchAsync()).AssertAlarmAsync("fork");

        Assert.EndsWith("branch", (string)alarm["source"]!, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_monitor.Record, "cosigned")));
    }

    [Fact]
    public async Task LogAfterALostOne_ThatNamesTheHeadThatWasSeen_IsWatched()
    {
        await _log.AnswerAsync(3);
        await using (var gateway = await _log.StartAsync())
        {
            await _monitor.ReceiveAsync(gateway.Address, "branch");
            (await _monitor.RunAsync(gateway.Address)).AssertGood();
        }

        var lost = await _log.AnswerAsync(1);
        File.Delete(_log.File);

        var next = (await WatchAsync(lost.Origin)).AssertGood();
        var after = (await WatchAsync()).AssertGood();

        Assert.Equal(lost.Origin, (string)next.Told["previous"]!["origin"]!);
        Assert.NotEqual(lost.Origin, next.Origin);
        Assert.Equal((next.Origin, 1), (after.Origin, (long)after.Told["received"]!["checkedBefore"]!));
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(_monitor.Record, "cosigned")).Length);
    }

    [Fact]
    public async Task LogAfterALostOne_ThatNamesAnOlderHead_IsAnAlarm()
    {
        var known = await _log.AnswerAsync(3);
        using var older = new OlderCopy(_log);
        var seen = (await WatchAsync()).AssertGood();
        older.PutBack();
        File.Delete(_log.File);

        var alarm = await (await WatchAsync(known.Origin)).AssertAlarmAsync("succession");

        Assert.Contains($"of {known.Origin}: size {known.Size}", (string)alarm["problem"]!, StringComparison.Ordinal);
        Assert.Equal((known.Origin, seen.Size), ((string)alarm["known"]!["origin"]!, (long)alarm["known"]!["size"]!));
        Assert.NotEqual(known.Origin, (string)alarm["shown"]!["origin"]!);
    }

    private async Task<Round> WatchAsync(string acceptedLoss = "")
    {
        await using var gateway = await _log.StartAsync(acceptedLoss);
        return await _monitor.RunAsync(gateway.Address);
    }
}
