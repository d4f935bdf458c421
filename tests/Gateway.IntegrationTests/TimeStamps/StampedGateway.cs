using Gateway.Server.TimeStamps;
using Gateway.Testing.Gateways;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.IntegrationTests.TimeStamps;

/// <summary>What tests do with a gateway that has time-stamp authorities.</summary>
internal static class StampedGateway
{
    public const int NotProven = 4204;
    public const string Inquire = "/traffic.gateway.v1.FinesInquiryService/InquireFines";
    public const string Settle = "/traffic.gateway.v1.SettlementService/SettleFines";

    /// <summary>Starts one, degraded after a minute and a half without a time stamp, refusing after three.</summary>
    public static Task<TestGateway> StartAsync(
        TimeProvider time, string? directory, params IReadOnlyList<OpenSslAuthority> authorities) =>
        TestGateway.StartAsync(new TestGatewaySettings
        {
            Directory = directory,
            More = new Dictionary<string, string?>(OpenSslAuthority.Settings(authorities))
            {
                ["Gateway:Evidence:DegradeUnstampedAfter"] = "00:01:30",
                ["Gateway:Evidence:RefuseUnstampedAfter"] = "00:03:00",
            },
            Services = services => services.AddSingleton(time),
        });

    /// <summary>Makes the log grow, and has what waits time-stamped where it is time.</summary>
    public static async Task GrowAndStampAsync(this TestGateway gateway)
    {
        await gateway.GrowAsync();
        await gateway.StampAsync();
    }

    /// <summary>Makes the log grow by an inquiry, which is answered whatever the time stamps are.</summary>
    public static async Task GrowAsync(this TestGateway gateway) =>
        await gateway.Connect().Fines.InquireFinesAsync(Some.Inquiry());

    /// <summary>Has what waits time-stamped where it is time.</summary>
    public static Task StampAsync(this TestGateway gateway) =>
        gateway.Services.GetServices<IHostedService>().OfType<TimeStampKeeper>().Single().StampAsync(default);

    /// <summary>How far the time of answers is proven.</summary>
    public static TimeStampState State(this TestGateway gateway) =>
        gateway.Services.GetRequiredService<TimeStampWatch>().State();

    /// <summary>What the probes tell of time stamps.</summary>
    public static async Task<string> ReadinessAsync(this TestGateway gateway)
    {
        using var http = new HttpClient { BaseAddress = gateway.OperationsAddress };
        var answer = await http.GetAsync("/readyz");
        Assert.True(answer.IsSuccessStatusCode);
        return (await answer.Content.ReadAsStringAsync()).Split('\n')
            .Single(line => line.StartsWith("time stamps: ", StringComparison.Ordinal));
    }

    /// <summary>The answer to a request to settle, its evidence verified.</summary>
    public static async Task<RawAnswer> SettleAsync(this TestGateway gateway, IMessage request)
    {
        using var raw = new RawGrpc(gateway.Address);
        var answer = await raw.SendAsync(Settle, RawGrpc.Frame(request.ToByteArray()));
        Signed.Check(answer, raw.CertificateSha256, request.ToByteArray());
        return answer;
    }
}
