using System.Globalization;
using System.Security.Cryptography;
using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Rotation;

/// <summary>The signing key from its announcement to its retirement, as a client sees it that is never restarted.</summary>
public sealed class SigningKeyTests : IDisposable
{
    private readonly PkiFolder _pki = new();

    public void Dispose() => _pki.Dispose();

    [Fact]
    public async Task Key_AnnouncedSwitchedAndRetired_AllOfItIsListedAndEveryAnswerVerifies()
    {
        await using var gateway = await StartAsync();
        var signers = new List<string>();
        var client = gateway.Connect(onVerified: answer => signers.Add(Sha256(answer.Evidence.Signer.RawData)));
        var old = Sha256(_pki.Current("signing").RawData);
        var made = Sha256(_pki.MakeSigning("signing-next").RawData);

        _pki.Bring("signing-next.key", "signing-next.pem");
        await gateway.UntilAsync(pki => pki.Signing.Signers.Next is not null, "the announcement");
        var announced = await ListAsync(client);
        await WriteMomentAsync(TimeProvider.System.GetUtcNow().AddSeconds(3));
        await Until.SoAsync(
            () => gateway.Ask(pki => Sha256(
                pki.Signing.Signers.At(TimeProvider.System.GetUtcNow()).Certificate.RawData)) == made,
            "the switch");
        var switched = await ListAsync(client);
        File.Move(_pki.PathOf("signing-next.key"), _pki.PathOf("signing.key"), overwrite: true);
        File.Move(_pki.PathOf("signing-next.pem"), _pki.PathOf("signing.pem"), overwrite: true);
        await gateway.UntilAsync(pki => pki.Signing.Signers.Next is null, "the end of the announcement");
        var after = await ListAsync(client);

        Assert.Equal([(old, SigningKeyState.Current), (made, SigningKeyState.Announced)], announced);
        Assert.Equal([(made, SigningKeyState.Current), (old, SigningKeyState.Retired)], switched);
        Assert.Equal([(made, SigningKeyState.Current), (old, SigningKeyState.Retired)], after);
        Assert.Equal([old, made, made], signers);
    }

    [Fact]
    public async Task Key_AnnouncedAndNeverUsed_StaysListed()
    {
        await using var gateway = await StartAsync();
        var client = gateway.Connect();
        var made = Sha256(_pki.MakeSigning("signing-next").RawData);
        _pki.Bring("signing-next.key", "signing-next.pem");
        await Until.SoAsync(
            () => gateway.Log.Lines.Any(line => line.Contains("is announced", StringComparison.Ordinal)), "its keeping");

        File.Delete(_pki.PathOf("signing-next.key"));
        File.Delete(_pki.PathOf("signing-next.pem"));
        await gateway.UntilAsync(pki => pki.Signing.Signers.Next is null, "its end");
        var listed = await ListAsync(client);

        Assert.Contains((made, SigningKeyState.Retired), listed);
    }

    [Fact]
    public async Task Key_OfANewIntermediate_IsVerifiedByAClientThatKnowsOnlyTheRoot()
    {
        await using var gateway = await StartAsync();
        var client = gateway.Connect();
        await client.Fines.InquireFinesAsync(Some.Inquiry());
        _pki.MakeAuthorityBelow("signing-root", "signing-issuing");
        var made = _pki.MakeSigning("signing", "signing-issuing").Thumbprint;
        await File.AppendAllTextAsync(
            _pki.MadePath("signing.pem"), await File.ReadAllTextAsync(_pki.PathOf("signing-issuing.pem")));

        _pki.Bring("signing.key", "signing.pem");
        await gateway.UntilAsync(pki => pki.Signing.Signers.Current.Certificate.Thumbprint == made, "the new key");
        var answer = await client.Fines.InquireFinesAsync(Some.Inquiry());

        Assert.Equal(5, answer.OutstandingCount);
    }

    [Fact]
    public async Task Key_InUseBeforeARestart_IsListedAfterIt()
    {
        var folder = TestFolders.Create();
        var old = Sha256(_pki.Current("signing").RawData);
        await using (var before = await StartAsync(folder))
            await before.Connect().Fines.InquireFinesAsync(Some.Inquiry());
        var made = Sha256(_pki.MakeSigning().RawData);
        _pki.Bring("signing.key", "signing.pem");

        await using (var after = await StartAsync(folder))
        {
            var listed = await ListAsync(after.Connect());
            Assert.Equal([(made, SigningKeyState.Current), (old, SigningKeyState.Retired)], listed);
        }

        TestFolders.Delete(folder);
    }

    private static async Task<IReadOnlyList<(string Sha256, SigningKeyState State)>> ListAsync(GatewayClient client) =>
    [
        .. (await client.Evidence.ListSigningCertificatesAsync(new ListSigningCertificatesRequest())).Certificates
            .Select(one => (one.CertificateSha256, one.State)),
    ];

    private static string Sha256(byte[] der) => Convert.ToHexStringLower(SHA256.HashData(der));

    private Task<TestGateway> StartAsync(string? directory = null) =>
        TestGateway.StartAsync(new TestGatewaySettings { Directory = directory, More = _pki.Settings });

    private Task WriteMomentAsync(DateTimeOffset moment) => File.WriteAllTextAsync(
        _pki.PathOf("signing-next.from"),
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) + "\n");
}
