using System.Security.Cryptography;
using Gateway.Clearance;
using Gateway.Testing.Clearances;
using Gateway.UnitTests.Clearances.Forging;

namespace Gateway.UnitTests.Clearances.Encryption;

public sealed class HolderEncryptionTests : IDisposable
{
    private const long Certificate = -65537;
    private const long EncryptedHolder = 9;

    private readonly ClearanceParties _parties = new();

    public static TheoryData<string, string?, string?> Holders => new()
    {
        { "سارة خالد يوسف منصور", "29211022100483", null },
        { "سارة خالد يوسف منصور", null, null },
        { "س", null, "1234" },
        { new string('ي', 120), "29211022100483", "12345678901234" },
    };

    [Theory]
    [MemberData(nameof(Holders))]
    public void Holder_IsReadByTheUnit(string name, string? nationalId, string? licence)
    {
        var holder = new ClearanceHolder(name, nationalId, licence);

        var claims = Claims(_parties.Issue(SomeCredential.Claims(), holder));

        Assert.Equal(holder, HolderEncryption.Decrypt(claims, _parties.UnitPrivateKey));
    }

    [Fact]
    public void Holder_AnotherUnitsKey_ReadsNothing()
    {
        var claims = Claims(_parties.Issue(SomeCredential.Claims(), SomeCredential.Holder()));
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var otherCurve = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384);

        Assert.Null(HolderEncryption.Decrypt(claims, other));
        Assert.Null(HolderEncryption.Decrypt(claims, otherCurve));
    }

    [Fact]
    public void Holder_UnderAnotherIdentifier_ReadsNothing()
    {
        var claims = Claims(_parties.Issue(SomeCredential.Claims(), SomeCredential.Holder()));

        var holder = HolderEncryption.Decrypt(claims with { Id = CredentialId.New() }, _parties.UnitPrivateKey);

        Assert.Null(holder);
    }

    [Fact]
    public void Holder_MovedFromAnotherCertificate_ReadsNothingEvenIfSignedAnew()
    {
        var other = Claims(_parties.Issue(SomeCredential.Claims(), SomeCredential.Holder()));
        var code = _parties.Issue(SomeCredential.Claims(), SomeCredential.Holder() with { Name = "منى" });
        var moved = OddCode.Reclaimed(code, _parties.IssuerKey, claims =>
            claims[Certificate][EncryptedHolder] = RawItem.Parse(other.EncryptedHolder.Span));

        var check = _parties.Verifier().Check(moved, ClearanceParties.Now);

        Assert.Equal(ClearanceVerdict.Genuine, check.Verdict);
        Assert.Null(HolderEncryption.Decrypt(check.Claims!, _parties.UnitPrivateKey));
    }

    [Fact]
    public void Holder_AnyBitFlipped_IsNeverReadAsAnother()
    {
        var holder = SomeCredential.Holder();
        var claims = Claims(_parties.Issue(SomeCredential.Claims(), holder));

        for (var bit = 0; bit < claims.EncryptedHolder.Length * 8; bit++)
        {
            var bytes = claims.EncryptedHolder.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var read = HolderEncryption.Decrypt(claims with { EncryptedHolder = bytes }, _parties.UnitPrivateKey);
            // The key identifier alone is a hint that nothing is derived from; a receiver may look at it or not.
            Assert.True(read is null || read == holder, $"bit {bit}");
        }
    }

    [Fact]
    public void Holder_TwoCodes_ShareNeitherKeyNorNonce()
    {
        var claims = SomeCredential.Claims();
        var first = CoseEncrypt.Read(Claims(_parties.Issue(claims, SomeCredential.Holder())).EncryptedHolder)!;
        var second = CoseEncrypt.Read(Claims(_parties.Issue(claims, SomeCredential.Holder())).EncryptedHolder)!;

        Assert.NotEqual(first.Nonce, second.Nonce);
        Assert.NotEqual(first.Ephemeral.X, second.Ephemeral.X);
    }

    [Fact]
    public void SwitchedOff_HasNoHolder()
    {
        var code = ClearanceCredential.Issue(
            SomeCredential.Claims(), SomeCredential.Holder(), unit: null, _parties.Issuer);

        var claims = Claims(code);

        Assert.True(claims.EncryptedHolder.IsEmpty);
        Assert.Null(HolderEncryption.Decrypt(claims, _parties.UnitPrivateKey));
    }

    [Theory]
    [InlineData("", "29211022100483")]
    [InlineData("سارة\u0000", "29211022100483")]
    [InlineData("سارة", "")]
    [InlineData("سارة", "292110221004831")]
    public void Issue_HolderThatNobodyCouldRead_IsRefused(string name, string nationalId)
    {
        var holder = new ClearanceHolder(name, nationalId, null);

        Assert.Throws<ArgumentException>(() => _parties.Issue(SomeCredential.Claims(), holder));
        Assert.Throws<ArgumentException>(() =>
            _parties.Issue(SomeCredential.Claims(), new ClearanceHolder(new string('ي', 121), null, null)));
    }

    [Fact]
    public void Holder_PrintsNothingPersonal()
    {
        var text = $"{SomeCredential.LicenceHolder()}";

        Assert.Equal("holder", text);
    }

    /// <inheritdoc/>
    public void Dispose() => _parties.Dispose();

    private ClearanceClaims Claims(string code) => _parties.Verifier().Check(code, ClearanceParties.Now).Claims!;
}
