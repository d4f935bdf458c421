using Gateway.IntegrationTests.Cli;

namespace Gateway.IntegrationTests.Evidence;

/// <summary>What <c>evidence fsck --database</c> finds where changes and statements differ.</summary>
public sealed class ChangesAndStatementsTests : IDisposable
{
    private readonly LogOfATest _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Fsck_EveryKindOfChange_AgreesWithItsStatement()
    {
        await using (var gateway = await _log.StartAsync())
        {
            var demo = await TrafficGw.RunAsync(gateway.Address, "branch-00001", "demo");
            Assert.True(demo.ExitCode == 0, demo.Output + demo.Error);

            // Also while the gateway has the files open.
            (await Fsck.RunAsync(_log.Directory)).AssertSound();
        }

        var fsck = (await Fsck.RunAsync(_log.Directory)).AssertSound();
        Assert.True((long)fsck.Told["database"]!["changes"]! > 10, fsck.Told.ToJsonString());
        Assert.Empty(fsck.Told["database"]!["logsNotGiven"]!.AsArray());
    }

    [Fact]
    public async Task Fsck_RepeatedRequest_IsNoChangeOfItsOwn()
    {
        await _log.SettleTwiceAsync();

        var fsck = (await Fsck.RunAsync(_log.Directory)).AssertSound();

        Assert.Equal((1, 1), ((long)fsck.Told["database"]!["changes"]!, (long)fsck.Told["database"]!["repeats"]!));
    }

    [Theory]
    [InlineData("DELETE FROM call_result; DELETE FROM settlement_item; DELETE FROM settlement",
        "statement-without-change", "statement-without-change")]
    [InlineData("DELETE FROM call_result",
        "change-without-answer", "statement-without-change", "statement-without-change")]
    [InlineData("DELETE FROM settlement_item; DELETE FROM settlement", "answer-without-change")]
    [InlineData("UPDATE call_result SET response = x'00'", "answer-differs", "statement-without-change")]
    [InlineData("UPDATE call_result SET call_id = '019a0000-0000-7000-8000-000000000000', response = x'00', "
        + "create_time = '2026-01-01T00:00:00.000Z'",
        "change-without-statement", "statement-without-change", "statement-without-change")]
    public async Task Fsck_DatabaseChangedBesideTheGateway_IsNamed(string change, params string[] kinds)
    {
        await _log.SettleTwiceAsync();
        _log.ChangeDatabase(change);

        var fsck = await Fsck.RunAsync(_log.Directory);

        Assert.Equal(5, fsck.ExitCode);
        Assert.Equal(kinds, fsck.InDatabase.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Fsck_ChangeThatWasAnsweredOnlyWhenRepeated_IsStated()
    {
        await _log.SettleTwiceAsync();
        _log.ChangeDatabase("UPDATE call_result SET call_id = '019a0000-0000-7000-8000-000000000000'");

        var fsck = (await Fsck.RunAsync(_log.Directory)).AssertSound();

        Assert.Equal(2, (long)fsck.Told["database"]!["repeats"]!);
    }

    [Fact]
    public async Task Fsck_LogOfAnotherGateway_IsSaidToBeMissing()
    {
        using var other = new LogOfATest();
        await _log.SettleTwiceAsync();
        File.Copy(_log.Database, other.Database);
        await other.AnswerAsync(1, name: "traffic-gateway.test/gw-2");

        var fsck = await Fsck.RunAsync(other.Directory);

        Assert.Equal(5, fsck.ExitCode);
        Assert.Equal(["change-without-statement"], fsck.InDatabase);
        Assert.StartsWith("traffic-gateway.test/gw-1/", (string?)fsck.Told["database"]!["logsNotGiven"]![0]);
    }
}
