using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Server.TimeStamps;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.IntegrationTests.TimeStamps;

/// <summary>While the time of answers cannot be proven no money moves; everything else goes on.</summary>
public sealed class TimeNotProvenTests
{
    private const string Reason = "TIME_NOT_PROVEN";
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(95);
    private static readonly TimeSpan OverAMinute = TimeSpan.FromSeconds(61);

    [ToolFact("openssl")]
    public async Task Authority_Away_NoMoneyMovesUntilItIsBack()
    {
        // The clock is right again when the authority is back.
        var time = new ShiftedTime(-(TooLong + TooLong + OverAMinute));
        var folder = TestFolders.Create();
        await using var authority = await OpenSslAuthority.StartAsync(AuthorityBehaviour.Down);
        await using (var gateway = await StampedGateway.StartAsync(time, folder, authority))
            await GoAwayAsync(gateway, time);

        await using (var gateway = await StampedGateway.StartAsync(time, folder, authority))
            await ComeBackAsync(gateway, time, authority);

        TestFolders.Delete(folder);
    }

    private static async Task GoAwayAsync(TestGateway gateway, ShiftedTime time)
    {
        gateway.Log.Expect(StampedGateway.NotProven);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        var first = Paid(time, fines[0]);
        Assert.Equal(StatusCode.OK, (await gateway.SettleAsync(first)).Status);
        var settlement = (await client.Settlements.SettleFinesAsync(first)).Settlement;

        time.Advance(TooLong);
        await gateway.StampAsync();
        var degraded = await gateway.ReadinessAsync();
        var before = await gateway.SettleAsync(Paid(time, fines[1]));
        time.Advance(TooLong);
        await gateway.StampAsync();
        var refused = await gateway.SettleAsync(Paid(time, fines[2]));
        var reversal = await Refused.ByAsync(client.Settlements.ReverseSettlementAsync(Some.Reversal(settlement)));
        var appeal = await Refused.ByAsync(client.Appeals.SubmitAppealAsync(SomeAppeal.Whole()));
        var again = await gateway.SettleAsync(first);

        Assert.StartsWith("time stamps: Degraded last none", degraded, StringComparison.Ordinal);
        Assert.Equal(StatusCode.OK, before.Status);
        Assert.Equal((StatusCode.FailedPrecondition, Reason), (refused.Status, refused.Reason));
        Assert.Equal((Reason, Reason), (reversal.Reason, appeal.Reason));
        Assert.Equal(StatusCode.OK, again.Status);
        Assert.Equal(3, (await Some.OutstandingAsync(client)).Count);
        Assert.EndsWith("no money is taken or paid out", await gateway.ReadinessAsync(), StringComparison.Ordinal);
    }

    private static async Task ComeBackAsync(TestGateway gateway, ShiftedTime time, OpenSslAuthority authority)
    {
        gateway.Log.Expect(StampedGateway.NotProven);
        var fines = await Some.OutstandingAsync(gateway.Connect());
        var age = gateway.State().AgeOfOldestUnstamped;
        await gateway.StampAsync();
        var during = await gateway.SettleAsync(Paid(time, fines[0]));

        await authority.UpAsync();
        time.Advance(OverAMinute);
        await gateway.StampAsync();
        var ready = await gateway.ReadinessAsync();
        var after = await gateway.SettleAsync(Paid(time, fines[0]));

        Assert.True(age >= TooLong + TooLong);
        Assert.Equal(Reason, during.Reason);
        Assert.StartsWith("time stamps: Healthy last 20", ready, StringComparison.Ordinal);
        Assert.Equal(StatusCode.OK, after.Status);
    }

    [ToolFact("openssl")]
    public async Task Authority_AwayAndBackWhileNothingWaits_IsNotAsked()
    {
        var time = new ShiftedTime(TimeSpan.Zero);
        await using var authority = await OpenSslAuthority.StartAsync();
        await using var gateway = await StampedGateway.StartAsync(time, null, authority);
        await gateway.GrowAndStampAsync();

        await authority.DownAsync();
        time.Advance(TooLong + TooLong);
        await gateway.StampAsync();
        var during = gateway.State();
        await authority.UpAsync();
        time.Advance(OverAMinute);
        await gateway.StampAsync();

        Assert.Equal((TimeGrade.Proven, TimeSpan.Zero), (during.Grade, during.AgeOfOldestUnstamped));
        Assert.Equal((1, 1L), (authority.Asked, gateway.State().LastStamp!.BatchSize));
    }

    [ToolFact("openssl")]
    public async Task Clock_ThreeSecondsApart_IsToldAndMoneyMoves()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddSeconds(-3));
        await using var authority = await OpenSslAuthority.StartAsync();
        await using var gateway = await StampedGateway.StartAsync(time, null, authority);

        await gateway.GrowAndStampAsync();
        var settled = await SettleFirstAsync(gateway, time);

        Assert.StartsWith("time stamps: Degraded", await gateway.ReadinessAsync(), StringComparison.Ordinal);
        Assert.Equal(StatusCode.OK, settled.Status);
    }

    [ToolFact("openssl")]
    public async Task Clock_AMinuteApart_NoMoneyMovesUntilItIsPutRight()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddSeconds(-61));
        await using var authority = await OpenSslAuthority.StartAsync();
        await using var gateway = await StampedGateway.StartAsync(time, null, authority);
        gateway.Log.Expect(StampedGateway.NotProven);

        await gateway.GrowAndStampAsync();
        var refused = await SettleFirstAsync(gateway, time);
        time.SetUtcNow(TimeProvider.System.GetUtcNow());
        await gateway.GrowAndStampAsync();
        var settled = await SettleFirstAsync(gateway, time);

        Assert.Equal((StatusCode.FailedPrecondition, Reason), (refused.Status, refused.Reason));
        Assert.Equal(StatusCode.OK, settled.Status);
        Assert.NotEqual(TimeGrade.NotProven, gateway.State().Grade);
    }

    [Fact]
    public async Task Sdk_SettlementRefused_TellsThatNothingWasDone()
    {
        await using var authority = await OpenSslAuthority.StartAsync(AuthorityBehaviour.Down);
        var time = new ShiftedTime(TimeSpan.Zero);
        await using var gateway = await StampedGateway.StartAsync(time, null, authority);
        gateway.Log.Expect(StampedGateway.NotProven);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        time.Advance(TooLong + TooLong);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            () => client.SettleAsync(Some.Settlement(Some.Debtor(), fines)));

        Assert.Equal((Reason, false), (refused.Reason, refused.IsOutcomeUnknown));
        Assert.Equal(TimeSpan.FromMinutes(1), refused.RetryDelay);
    }

    [Fact]
    public async Task Authorities_None_MoneyMovesWhateverTheAge()
    {
        var time = new ShiftedTime(TimeSpan.Zero);
        await using var gateway = await StampedGateway.StartAsync(time, null);
        await gateway.GrowAsync();

        time.Advance(TooLong + TooLong);
        var settled = await SettleFirstAsync(gateway, time);

        Assert.Equal(StatusCode.OK, settled.Status);
        Assert.Equal("time stamps: Healthy off", await gateway.ReadinessAsync());
    }

    private static async Task<RawAnswer> SettleFirstAsync(TestGateway gateway, TimeProvider time)
    {
        var fines = await Some.OutstandingAsync(gateway.Connect());
        return await gateway.SettleAsync(Paid(time, fines[0]));
    }

    private static SettleFinesRequest Paid(TimeProvider time, Fine fine)
    {
        var request = Some.Settlement(Some.Debtor(), fine);
        request.Payment.CollectTime = Timestamp.FromDateTimeOffset(time.GetUtcNow());
        return request;
    }
}
