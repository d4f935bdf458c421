using Gateway.Contracts.V1;
using Gateway.Server.Pki;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;

namespace Gateway.IntegrationTests.Rotation;

public sealed class ClearanceKeyTests : IDisposable
{
    private const int Refused = 5102;
    private readonly PkiFolder _pki = new();

    public void Dispose() => _pki.Dispose();

    [Fact]
    public async Task Key_Replaced_OldAndNewCertificatesAndReprintsAreGenuine()
    {
        await using var gateway = await StartAsync();
        var client = gateway.Connect();
        var before = await SomeClearance.IssuedAsync(client);
        var made = _pki.MakeClearance().Thumbprint;

        _pki.Bring("trust-list.cbor", "clearance-signing.key", "clearance-signing.pem");
        await gateway.UntilAsync(pki => pki.Clearance.Signing.Current.Certificate.Thumbprint == made, "the new key");
        var after = await SomeClearance.IssuedAsync(client);
        var old = await client.Clearances.VerifyClearanceCertificateAsync(SomeClearance.Verify(before.QrText));
        var reprinted = await client.Clearances.ReprintClearanceCertificateAsync(SomeClearance.Reprint(before));

        Assert.Equal(ClearanceVerdict.Genuine, old.Verdict);
        foreach (var code in new[] { after.QrText, reprinted.Certificate.QrText })
        {
            var verified = await client.Clearances.VerifyClearanceCertificateAsync(SomeClearance.Verify(code));
            Assert.Equal(ClearanceVerdict.Genuine, verified.Verdict);
        }
    }

    [Fact]
    public async Task Key_AnnouncedAndSwitched_IsUsedFromTheMomentOn()
    {
        await using var gateway = await StartAsync();
        var client = gateway.Connect();
        var made = _pki.MakeClearance("clearance-signing-next").Thumbprint;
        await File.WriteAllTextAsync(
            _pki.PathOf("clearance-signing-next.from"),
            TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(4).ToString(
                "yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));

        _pki.Bring("trust-list.cbor", "clearance-signing-next.key", "clearance-signing-next.pem");
        await gateway.UntilAsync(pki => pki.Clearance.Signing.Next is not null, "the announcement");
        var before = await SomeClearance.IssuedAsync(client);
        await gateway.UntilAsync(
            pki => pki.Clearance.Signing.At(TimeProvider.System.GetUtcNow()).Certificate.Thumbprint == made,
            "the switch");
        var after = await SomeClearance.IssuedAsync(client);

        foreach (var code in new[] { before.QrText, after.QrText })
        {
            var verified = await client.Clearances.VerifyClearanceCertificateAsync(SomeClearance.Verify(code));
            Assert.Equal(ClearanceVerdict.Genuine, verified.Verdict);
        }
    }

    [Fact]
    public async Task UnitKey_Replaced_NewCodesAreForIt()
    {
        await using var gateway = await StartAsync();
        var made = _pki.MakeUnit().Thumbprint;

        _pki.Bring("unit-encryption.pem");
        await gateway.UntilAsync(pki => pki.Clearance.Units!.Current.Certificate.Thumbprint == made, "the new key");

        Assert.NotEmpty((await SomeClearance.IssuedAsync(gateway.Connect())).QrText);
    }

    [Theory]
    [InlineData("not named")]
    [InlineData("named from today")]
    [InlineData("older list")]
    public async Task Key_ThatVerifiersCouldNotVerify_IsRefused(string how)
    {
        await using var gateway = await StartAsync();
        gateway.Log.Expect(Refused);
        var before = gateway.Ask(pki => pki.Clearance);
        var now = TimeProvider.System.GetUtcNow();
        if (how == "older list")
        {
            File.Copy(_pki.PathOf("trust-list.cbor"), _pki.MadePath("older.cbor"));
            _pki.MakeTrustList(now.AddDays(-60), [_pki.Current("clearance-signing")]);
            _pki.Bring("trust-list.cbor");
            await gateway.UntilAsync(pki => !ReferenceEquals(pki.Clearance, before), "the newer list");
            before = gateway.Ask(pki => pki.Clearance);
            File.Move(_pki.MadePath("older.cbor"), _pki.PathOf("trust-list.cbor"), overwrite: true);
        }
        else
        {
            _pki.MakeClearance(notBefore: now.AddDays(-1));
            var list = how == "not named" ? [] : new[] { "trust-list.cbor" };
            _pki.Bring([.. list, "clearance-signing.key", "clearance-signing.pem"]);
        }

        await gateway.UntilAsync("clearance keys", PartStateKind.Refused);

        Assert.Same(before, gateway.Ask(pki => pki.Clearance));
    }

    private Task<TestGateway> StartAsync() => TestGateway.StartAsync(new TestGatewaySettings { More = _pki.Settings });
}
