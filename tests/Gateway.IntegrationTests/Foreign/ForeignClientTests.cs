using System.Text.Json;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Foreign;

/// <summary>A client that shares no code with the gateway: Node's grpc-js over the .proto files.</summary>
public sealed class ForeignClientTests
{
    private const int DeadlineExceeded = 4;
    private const int InvalidArgument = 3;
    private const int Unimplemented = 12;

    [NodeFact]
    public Task Success_IsSignedAsHashedInNode() => CheckAsync("success", 0);

    [NodeFact]
    public Task Refusal_IsSignedAsHashedInNode() => CheckAsync("refusal", InvalidArgument);

    [NodeFact]
    public Task UnknownMethod_IsSignedAsHashedInNode() => CheckAsync("unknown", Unimplemented);

    [NodeFact]
    public Task MalformedMessage_IsSignedAsHashedInNode() => CheckAsync("malformed", InvalidArgument);

    [NodeFact]
    public Task ServerDeadline_IsSignedAsHashedInNode() => CheckAsync("deadline", DeadlineExceeded);

    // What Node compressed it does not show; the digest of the request is that of the compressed bytes.
    [NodeFact]
    public Task Gzip_IsRefusedAndSigned() => CheckAsync("gzip", Unimplemented, requestIsHidden: true);

    private static async Task CheckAsync(string scenario, int code, bool requestIsHidden = false)
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = Path.Combine(ForeignClient.Directory, "client.mjs");
        var protos = Path.Combine(Repository.Root, "protos");
        var probe = Path.Combine(Repository.Root, "tests", "Gateway.Testing", "protos");

        var run = await ToolRun.RunAsync("node",
            [client, gateway.Address.Authority, TestPki.Shared.Directory, protos, probe, scenario],
                ForeignClient.Directory);

        Assert.True(run.ExitCode == 0, run.Error);
        var seen = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(code, seen.GetProperty("code").GetInt32());
        Assert.True(seen.GetProperty("evidence").GetBoolean());
        foreach (var check in new[] { "inBatch", "originAgrees", "methodAgrees", "nonceAgrees", "responseAgrees",
            "statusAgrees", "detailsAgree" })
            Assert.True(seen.GetProperty(check).GetBoolean(), check);
        Assert.Equal(!requestIsHidden, seen.GetProperty("requestAgrees").GetBoolean());
        await OpenSslCms.VerifyAsync(
            seen.GetProperty("files").GetProperty("batch").GetBytesFromBase64(),
            seen.GetProperty("files").GetProperty("signature").GetBytesFromBase64());
    }
}
