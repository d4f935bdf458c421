using System.Text;
using Gateway.Client;
using Gateway.IntegrationTests.Cli;
using Gateway.IntegrationTests.TimeStamps;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Evidence.Bundles;

public sealed class BundleTests
{
    private const string Guide = "VERIFY.md";

    [ToolFact("openssl")]
    public async Task Settlement_WithATimeStamp_IsProvenByTheGuidesCommands()
    {
        await using var authority = await OpenSslAuthority.StartAsync();
        await using var gateway = await StampedGateway.StartAsync(TimeProvider.System, null, authority);
        var bundle = await Bundle.WriteAsync(gateway, await SomeBundle.SettleAndStampAsync(gateway));

        var followed = await bundle.FollowAsync();

        Assert.True(followed.ExitCode == 0, followed.Output + followed.Error);
        Assert.Contains("Verification: OK", followed.Output + followed.Error, StringComparison.Ordinal);
        Assert.Equal(
            [
                "VERIFY.md", "batch.p7s", "batch.txt", "caller.der", "chain.pem", "contract.binpb", "inclusion.txt",
                "request.bin", "request.txt", "response.bin", "response.txt", "stamped-batch.txt", "stamped.p7s",
                "stamped.tsr", "statement.json", "tsa-chain.pem",
            ],
            bundle.Files);
    }

    [ToolFact("openssl")]
    public async Task AnyFile_WithOneByteChanged_FailsAtItsSum()
    {
        await using var authority = await OpenSslAuthority.StartAsync();
        await using var gateway = await StampedGateway.StartAsync(TimeProvider.System, null, authority);
        var bundle = await Bundle.WriteAsync(gateway, await SomeBundle.SettleAndStampAsync(gateway));
        var random = new Random(1);

        foreach (var file in bundle.Files)
        {
            // Most of the guide is text that no command runs: its own sum is what sees it.
            var length = bundle.Read(file).Length;
            var drawn = Enumerable.Range(0, file == Guide ? 60 : 1).Select(_ => random.Next(length));
            var positions = new[] { 0, length - 1 }.Concat(drawn);
            foreach (var at in positions.ToList())
            {
                var followed = await bundle.WithChangedAsync(
                    file, bytes => SomeBundle.Flipped(bytes, at), fixSums: false, bundle.FollowAsync);
                Assert.True(followed.ExitCode != 0, $"{file}, byte {at}");
                if (file != Guide)
                    Assert.Contains($"{file}: FAILED", followed.Output, StringComparison.Ordinal);
            }
        }
    }

    [ToolFact("openssl")]
    public async Task WhatIsProven_ChangedWithItsSum_StillFails()
    {
        await using var authority = await OpenSslAuthority.StartAsync();
        await using var gateway = await StampedGateway.StartAsync(TimeProvider.System, null, authority);
        var bundle = await Bundle.WriteAsync(gateway, await SomeBundle.SettleAndStampAsync(gateway));
        var random = new Random(2);

        // The value of a signature is the last thing in its file; of a time stamp too.
        string[] whole =
        [
            "request.bin", "response.bin", "caller.der", "contract.binpb", "statement.json", "batch.txt",
            "stamped-batch.txt",
        ];
        foreach (var file in whole)
            await AssertFailsAsync(file, length => random.Next(length));
        foreach (var file in new[] { "batch.p7s", "stamped.p7s", "stamped.tsr" })
            await AssertFailsAsync(file, length => length - 1 - random.Next(30));
        await AssertFailsAsync("inclusion.txt", length => length - 2 - random.Next(60));

        async Task AssertFailsAsync(string file, Func<int, int> at)
        {
            for (var times = 0; times < 3; times++)
            {
                var position = at(bundle.Read(file).Length);
                byte[] Change(byte[] bytes) => SomeBundle.Flipped(bytes, position);
                var followed = await bundle.WithChangedAsync(file, Change, fixSums: true, bundle.FollowAsync);
                var verified = await bundle.WithChangedAsync(
                    file, Change, fixSums: true, () => bundle.VerifyAsync());
                Assert.True(followed.ExitCode != 0, $"{file}, byte {position}: {followed.Output}{followed.Error}");
                Assert.DoesNotContain($"{file}: FAILED", followed.Output, StringComparison.Ordinal);
                Assert.True(verified.ExitCode == 3, $"{file}, byte {position}: {verified.Output}{verified.Error}");
                Assert.DoesNotContain("✗ files", verified.Output, StringComparison.Ordinal);
            }
        }
    }

    [ToolFact("openssl")]
    public async Task Inquiry_OfABranchItself_HasTheMessagesThatItKept()
    {
        await using var gateway = await TestGateway.StartAsync();
        var kept = Path.Combine(gateway.Directory, "kept");
        var asked = await TrafficGw.RunAsync(
            gateway.Address, "branch-00001", "fines", "inquire", "--plate", "ق ب ل 1234", "--save", kept);
        Assert.True(asked.ExitCode == 0, asked.Error);
        var callId = Gateway.Evidence.Statement.Parse(
            await File.ReadAllBytesAsync(Path.Combine(kept, "statement.json"))).CallId;

        var without = await Bundle.WriteAsync(gateway, callId, "branch-00001");
        var with = await Bundle.WriteAsync(gateway, callId, "branch-00001", "--messages", kept);
        var (poor, rich) = (await without.FollowAsync(), await with.FollowAsync());
        var verified = await without.VerifyAsync();

        Assert.True(poor.ExitCode == 0 && rich.ExitCode == 0, poor.Error + rich.Error);
        Assert.True(verified.ExitCode == 0, verified.Output);
        Assert.Contains("– response: response.bin is not in the bundle", verified.Output, StringComparison.Ordinal);
        Assert.Contains("for want of a time stamp", verified.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("response.bin", without.Files);
        Assert.Contains("is not in this bundle", Encoding.UTF8.GetString(without.Read(Guide)));
        Assert.Contains("no time stamp after this answer yet", Encoding.UTF8.GetString(with.Read(Guide)));
        Assert.Contains("fineNumber", Encoding.UTF8.GetString(with.Read("response.txt")));
    }

    [ToolFact("openssl")]
    public async Task Refusal_IsProvenToo_AndAnothersCallIsUnknown()
    {
        await using var gateway = await TestGateway.StartAsync();
        var answers = new List<VerifiedAnswer>();
        await Refused.ByAsync(gateway.Connect(onVerified: answers.Add).Fines.InquireFinesAsync(
            new Contracts.V1.InquireFinesRequest()));
        var callId = answers[0].Evidence.Statement.CallId;

        var followed = await (await Bundle.WriteAsync(gateway, callId, "branch-00001")).FollowAsync();
        var other = await TrafficGw.RunAsync(
            gateway.Address, "branch-00002", "evidence", "bundle", callId.ToString(), "--out",
            Path.Combine(gateway.Directory, "not-theirs"));

        Assert.True(followed.ExitCode == 0, followed.Error);
        Assert.NotEqual(0, other.ExitCode);
        Assert.Contains("EVIDENCE_UNKNOWN", other.Error + other.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(gateway.Directory, "not-theirs")));
    }
}
