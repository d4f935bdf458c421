using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Sms.Kannel;

/// <summary><c>kill -9</c> of the gateway between its send and its mark: one SMS again at worst, never none.</summary>
public sealed class GatewayKilledTests
{
    private const string ShortLease = "00:00:03";
    private const string LongLease = "01:00:00";

    [ToolFact(KannelUnderTest.Bearerbox, KannelUnderTest.Smsbox, KannelUnderTest.FakeSmsc)]
    public async Task Kill_BeforeKannelHasTheMessage_SendsItOnceAfterTheLease()
    {
        await using var bench = await KillBench.StartAsync();
        await bench.SendAndKillAsync(Held.Requests, bench.Settings(ShortLease), bench.Proxy.AskedAsync);

        await bench.RunUntilDeliveredAsync(bench.Settings(ShortLease));

        Assert.Single(bench.Kannel.Received);
    }

    [ToolFact(KannelUnderTest.Bearerbox, KannelUnderTest.Smsbox, KannelUnderTest.FakeSmsc)]
    public async Task Kill_BeforeKannelsAnswer_IsHealedByTheReportWithoutAnotherSms()
    {
        await using var bench = await KillBench.StartAsync();
        await bench.SendAndKillAsync(
            Held.Answers, bench.Settings(LongLease), () => bench.Kannel.ReceivedAsync(1));

        await bench.RunUntilDeliveredAsync(bench.Settings(LongLease));

        Assert.Single(bench.Kannel.Received);
    }

    [ToolFact(KannelUnderTest.Bearerbox, KannelUnderTest.Smsbox, KannelUnderTest.FakeSmsc)]
    public async Task Kill_BeforeKannelsAnswerAndWithoutReport_SendsItOnceMore()
    {
        await using var bench = await KillBench.StartAsync();
        var withoutReport = bench.Settings(ShortLease);
        withoutReport["Gateway:Sms:Kannel:ReportUrl"] = "http://127.0.0.1:9/";
        await bench.SendAndKillAsync(Held.Answers, withoutReport, () => bench.Kannel.ReceivedAsync(1));

        await bench.RunUntilDeliveredAsync(bench.Settings(ShortLease));

        Assert.Equal(2, bench.Kannel.Received.Count);
        Assert.Equal(bench.Kannel.Received[0], bench.Kannel.Received[1]);
    }
}
