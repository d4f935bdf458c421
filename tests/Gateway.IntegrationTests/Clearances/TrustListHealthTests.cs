using System.Security.Cryptography.X509Certificates;
using Gateway.Clearance;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;

namespace Gateway.IntegrationTests.Clearances;

public sealed class TrustListHealthTests
{
    [Theory]
    [InlineData(300, "trust list: Healthy number 2, until ")]
    [InlineData(3, "needs a newer one")]
    [InlineData(-1, "outdated")]
    public async Task TrustList_RunningOut_DegradesTheGatewayThatGoesOn(int daysLeft, string told)
    {
        var folder = TestFolders.Create();
        var file = Path.Combine(folder, "trust-list.cbor");
        await File.WriteAllBytesAsync(file, TrustListFor(daysLeft));
        await using (var gateway = await TestGateway.StartAsync(new TestGatewaySettings
        {
            More = new Dictionary<string, string?> { ["Gateway:Pki:TrustList"] = file },
        }))
        {
            using var http = new HttpClient { BaseAddress = gateway.OperationsAddress };

            var ready = await http.GetAsync("/readyz");

            Assert.True(ready.IsSuccessStatusCode);
            Assert.Contains(told, await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        TestFolders.Delete(folder);
    }

    private static byte[] TrustListFor(int daysLeft)
    {
        var folder = TestPki.Shared.Directory;
        using var root = X509Certificate2.CreateFromPemFile(
            Path.Combine(folder, "clearance-root-1.pem"), Path.Combine(folder, "clearance-root-1.key"));
        using var signer = new EcdsaClearanceSigner(root.GetECDsaPrivateKey()!);
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(
            Path.Combine(folder, "clearance-signing.pem"));
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var key = new TrustedKey(
            KeyUses.Certificates | KeyUses.RevocationLists, certificate.PublicKey.ExportSubjectPublicKeyInfo(),
            now.AddYears(-1), now.AddYears(1));
        return TrustList.Sign(2, now.AddDays(-10), now.AddDays(daysLeft), [key], signer);
    }
}
