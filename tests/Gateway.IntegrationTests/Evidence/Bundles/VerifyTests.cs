using System.Text;
using System.Text.Json.Nodes;
using Gateway.Client;
using Gateway.IntegrationTests.Cli;
using Gateway.IntegrationTests.TimeStamps;
using Gateway.Testing;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Evidence.Bundles;

public sealed class VerifyTests
{
    private static readonly string SigningRoot = Path.Combine(TestPki.Shared.Directory, "signing-root.pem");

    [ToolFact("openssl")]
    public async Task Bundle_WithATimeStamp_IsProvenAsOfThatTime()
    {
        await using var authority = await OpenSslAuthority.StartAsync();
        await using var gateway = await StampedGateway.StartAsync(TimeProvider.System, null, authority);
        var bundle = await Bundle.WriteAsync(gateway, await SomeBundle.SettleAndStampAsync(gateway));

        var good = await bundle.VerifyAsync();
        var json = await bundle.VerifyAsync(
            "--json", "--roots", SigningRoot, "--tsa-root", Path.Combine(TestPki.Shared.Directory, "tsa-root.pem"));
        var (noAuthority, otherRoot) = (
            await bundle.VerifyAsync("--roots", SigningRoot),
            await bundle.VerifyAsync("--roots", Path.Combine(TestPki.Shared.Directory, "server-root.pem"),
                "--tsa-root", Path.Combine(TestPki.Shared.Directory, "tsa-root.pem")));

        Assert.True(good.ExitCode == 0, good.Output + good.Error);
        Assert.Contains("PROVEN", good.Output, StringComparison.Ordinal);
        Assert.Contains("/traffic.gateway.v1.SettlementService/SettleFines", good.Output, StringComparison.Ordinal);
        var report = JsonNode.Parse(json.Output)!;
        Assert.True((bool)report["proven"]!);
        Assert.NotNull(report["stampTime"]);
        Assert.All(report["checks"]!.AsArray(), check => Assert.Equal("good", (string?)check!["outcome"]));
        Assert.Equal((3, 3), (noAuthority.ExitCode, otherRoot.ExitCode));
        Assert.Contains("✗ time-stamp: no --tsa-root", noAuthority.Output, StringComparison.Ordinal);
        Assert.Contains("✗ signature:", otherRoot.Output, StringComparison.Ordinal);
        Assert.Contains("NOT PROVEN", otherRoot.Output, StringComparison.Ordinal);
    }

    [ToolFact("openssl")]
    public async Task File_ChangedMissingOrAdded_IsNamed()
    {
        await using var gateway = await TestGateway.StartAsync();
        var answers = new List<VerifiedAnswer>();
        var client = gateway.Connect(onVerified: answers.Add);
        for (var others = 0; others < 2; others++)
            await Some.OutstandingAsync(client);
        var bundle = await Bundle.WriteAsync(gateway, answers[^1].Evidence.Statement.CallId);

        foreach (var file in bundle.Files)
        {
            var changed = await bundle.WithChangedAsync(
                file, bytes => SomeBundle.Flipped(bytes, bytes.Length / 2), fixSums: false, () => bundle.VerifyAsync());
            Assert.Equal(3, changed.ExitCode);
            Assert.Contains($"✗ files: not as VERIFY.md says: {file}", changed.Output, StringComparison.Ordinal);
        }

        bundle.Write("more.txt", []);
        bundle.Delete("caller.der");
        var other = await bundle.VerifyAsync();
        Assert.Equal(3, other.ExitCode);
        Assert.Contains(
            "✗ files: not as VERIFY.md says: caller.der, more.txt", other.Output, StringComparison.Ordinal);
    }

    [ToolFact("openssl")]
    public async Task Document_ByItsRequestId_HasTheRequestWithItsContent()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var appeal = (await client.Appeals.SubmitAppealAsync(SomeAppeal.Whole())).Appeal;
        var document = SomeAppeal.Document(appeal, SomeDocument.Png());
        await client.Appeals.AddAppealDocumentAsync(document);

        var bundle = await Bundle.WriteAsync(gateway, "branch-00001", ["--request-id", document.RequestId]);
        var (followed, verified) = (await bundle.FollowAsync(), await bundle.VerifyAsync());

        Assert.True(followed.ExitCode == 0, followed.Error);
        Assert.True(verified.ExitCode == 0, verified.Output);
        Assert.True(bundle.Read("request.bin").AsSpan().IndexOf(SomeDocument.Png()) > 0);
        Assert.Contains("documentNumber", Encoding.UTF8.GetString(bundle.Read("response.txt")));
    }

    [ToolFact("openssl")]
    public async Task Stream_WithTheMessagesThatHeadOfficeKept_IsProvenMessageByMessage()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (kept, list) = (Path.Combine(gateway.Directory, "kept"), Path.Combine(gateway.Directory, "entries.csv"));
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        var settled = (await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines[0]))).Settlement;
        await File.WriteAllTextAsync(
            list, $"settlement_number,amount\n{settled.SettlementNumber},{settled.Total.Units}\n");
        var sent = await TrafficGw.RunAsync(
            gateway.Address, "head-office", "settlements", "reconcile", "--file", list, "--save", kept);
        Assert.True(File.Exists(Path.Combine(kept, "statement.json")), sent.Output + sent.Error);
        var callId = Gateway.Evidence.Statement.Parse(
            await File.ReadAllBytesAsync(Path.Combine(kept, "statement.json"))).CallId;

        var bundle = await Bundle.WriteAsync(gateway, callId, "head-office", "--messages", kept);
        var (followed, verified) = (await bundle.FollowAsync(), await bundle.VerifyAsync());

        Assert.True(followed.ExitCode == 0, followed.Output + followed.Error);
        Assert.True(verified.ExitCode == 0, verified.Output);
        Assert.Contains("request-messages/2.bin", bundle.Files);
    }
}
