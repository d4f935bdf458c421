using System.Diagnostics.Metrics;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Server.TimeStamps;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.IntegrationTests.TimeStamps;

/// <summary>What becomes of a gateway's answers with authorities of every kind.</summary>
public sealed class StampTests
{
    private static readonly TimeSpan OverAMinute = TimeSpan.FromSeconds(61);

    [ToolFact("openssl")]
    public async Task Authority_Good_StampIsKeptAndOpenSslVerifiesIt()
    {
        await using var authority = await OpenSslAuthority.StartAsync();
        await using var gateway = await StampedGateway.StartAsync(TimeProvider.System, null, authority);

        await gateway.GrowAndStampAsync();

        Assert.StartsWith("time stamps: Healthy last 20", await gateway.ReadinessAsync(), StringComparison.Ordinal);
        using var log = EvidenceLogReader.Open(gateway.Directory);
        var stamp = log.StampCovering(0)!;
        var signature = log.BatchOf(stamp.BatchSize - 1)!.Signature;
        var verified = new TimeStampVerifier(TestPki.Shared.Roots("tsa-root")).Verify(stamp.Token, signature);
        Assert.Equal((stamp.Time, stamp.Authority), (verified.Time, verified.Authority));
        Assert.Equal(OpenSslAuthority.Policy, verified.Policy);
        Assert.Equal(TestPki.Shared.KeyPair("tsa").RawData, Assert.Single(log.StampChain(stamp.CertificateSha256)));
        Assert.Equal(0, await OpenSslVerifyAsync(stamp.Token, signature, log.StampChain(stamp.CertificateSha256)));
        signature[^1] ^= 1;
        Assert.NotEqual(0, await OpenSslVerifyAsync(stamp.Token, signature, log.StampChain(stamp.CertificateSha256)));
    }

    [ToolTheory("openssl")]
    [InlineData(AuthorityBehaviour.Silent, "Timeout", "did not answer within")]
    [InlineData(AuthorityBehaviour.WrongNonce, "Nonce", "its nonce is not the one sent")]
    [InlineData(AuthorityBehaviour.WrongHash, "Imprint", "it is over other bytes")]
    [InlineData(AuthorityBehaviour.Expired, "Dates", "the authority's chain is valid")]
    [InlineData(AuthorityBehaviour.Refusing, "Status", "did not grant it (status 2)")]
    [InlineData(AuthorityBehaviour.Garbage, "Response", "none of RFC 3161")]
    [InlineData(AuthorityBehaviour.Endless, "TooLarge", "larger than 65536 bytes")]
    [InlineData(AuthorityBehaviour.Page, "ContentType", "not application/timestamp-reply")]
    [InlineData(AuthorityBehaviour.Failing, "HttpStatus", "status 500")]
    [InlineData(AuthorityBehaviour.Down, "Unreachable", "cannot be asked")]
    public async Task Authority_Bad_IsToldAndTheNextOneTakesOver(
        AuthorityBehaviour behaviour, string outcome, string told)
    {
        await using var bad = await OpenSslAuthority.StartAsync(behaviour);
        await using var good = await OpenSslAuthority.StartAsync();
        await using var gateway = await StampedGateway.StartAsync(TimeProvider.System, null, bad, good);
        var outcomes = new List<string>();
        using var listener = Listen(gateway, outcomes);

        await gateway.GrowAndStampAsync();

        Assert.Equal([outcome, "Granted"], outcomes);
        Assert.Contains(gateway.Log.Lines, line => line.StartsWith("Warning Time-stamp authority", StringComparison.Ordinal)
            && line.Contains(told, StringComparison.Ordinal));
        Assert.Equal((1, 1L), (good.Asked, gateway.State().LastStamp?.BatchSize));
        Assert.Equal(TimeGrade.Proven, gateway.State().Grade);
    }

    [ToolFact("openssl")]
    public async Task Authority_IsAsked_AtMostOnceAMinuteAndOnlyWhereTheLogGrew()
    {
        var time = new ShiftedTime(TimeSpan.Zero);
        await using var authority = await OpenSslAuthority.StartAsync();
        await using var gateway = await StampedGateway.StartAsync(time, null, authority);
        // The shifted clock is soon a minute from the authority's.
        gateway.Log.Expect(StampedGateway.NotProven);
        var asked = new List<int>();

        await gateway.StampAsync();
        asked.Add(authority.Asked);
        await gateway.GrowAndStampAsync();
        await gateway.GrowAndStampAsync();
        asked.Add(authority.Asked);
        time.Advance(OverAMinute);
        await gateway.StampAsync();
        asked.Add(authority.Asked);
        time.Advance(OverAMinute);
        await gateway.StampAsync();
        asked.Add(authority.Asked);

        Assert.Equal([0, 1, 2, 2], asked);
        Assert.Equal(2, gateway.State().LastStamp!.BatchSize);
    }

    [ToolFact("openssl")]
    public async Task Gateway_StartedAgainWithinAMinute_DoesNotAskBefore()
    {
        var time = new ShiftedTime(TimeSpan.Zero);
        var folder = TestFolders.Create();
        await using var authority = await OpenSslAuthority.StartAsync();
        await using (var gateway = await StampedGateway.StartAsync(time, folder, authority))
            await gateway.GrowAndStampAsync();

        await using (var again = await StampedGateway.StartAsync(time, folder, authority))
        {
            again.Log.Expect(StampedGateway.NotProven);
            await again.GrowAndStampAsync();
            Assert.Equal((1, 1L), (authority.Asked, again.State().LastStamp!.BatchSize));
            time.Advance(OverAMinute);
            await again.StampAsync();
            Assert.Equal((2, 2L), (authority.Asked, again.State().LastStamp!.BatchSize));
        }

        TestFolders.Delete(folder);
    }

    private static MeterListener Listen(TestGateway gateway, List<string> outcomes)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "gateway.time_stamps.asked"
                    && instrument.Meter.Scope == gateway.Services.GetRequiredService<IMeterFactory>())
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                if (name == "outcome")
                    outcomes.Add((string)value!);
            }
        });
        listener.Start();
        return listener;
    }

    // As EVIDENCE's walk for a court does.
    private static async Task<int> OpenSslVerifyAsync(byte[] token, byte[] signature, IReadOnlyList<byte[]> chain)
    {
        var folder = TestFolders.Create();
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "stamped.p7s"), signature);
            await File.WriteAllBytesAsync(Path.Combine(folder, "stamped.tsr"), TimeStampResponse.Of(token));
            await File.WriteAllLinesAsync(
                Path.Combine(folder, "tsa-chain.pem"),
                chain.Select(der => X509CertificateLoader.LoadCertificate(der).ExportCertificatePem()));
            var run = await ToolRun.RunAsync(
                "openssl",
                [
                    "ts", "-verify", "-in", "stamped.tsr", "-data", "stamped.p7s",
                    "-CAfile", Path.Combine(TestPki.Shared.Directory, "tsa-root.pem"), "-untrusted", "tsa-chain.pem",
                ],
                folder);
            return run.ExitCode;
        }
        finally
        {
            TestFolders.Delete(folder);
        }
    }
}
