using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Gateway.Clearance;
using Gateway.Testing.Clearances;

namespace Gateway.UnitTests.Clearances.Cose;

public sealed class EcdsaSignatureTests
{
    private static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551",
        NumberStyles.HexNumber,
        CultureInfo.InvariantCulture);

    [Fact]
    public void LowerHalf_EndsAtHalfTheOrder()
    {
        var half = Order / 2;

        Assert.True(EcdsaSignature.IsLowS(WithS(half)));
        Assert.False(EcdsaSignature.IsLowS(WithS(half + 1)));
        Assert.True(EcdsaSignature.IsLowS(WithS(1)));
        Assert.False(EcdsaSignature.IsLowS(WithS(Order - 1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(65536)]
    public void ToLowS_SmallNumber_KeepsItsLeadingZeros(int s)
    {
        var low = EcdsaSignature.ToLowS(WithS(Order - s));

        Assert.Equal(WithS(s), low);
    }

    [Fact]
    public void Signer_SignsWithTheLowerNumber_AndWhatItSignsVerifies()
    {
        using var parties = new ClearanceParties();
        var content = new CoseToBeSigned(new byte[] { 0xA0 }, new byte[] { 1, 2, 3 });

        for (var i = 0; i < 100; i++)
        {
            var signature = parties.Issuer.Sign(content);
            Assert.True(EcdsaSignature.IsLowS(signature));
            Assert.True(parties.IssuerKey.VerifyData(
                content.Bytes.Span, signature, HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        }
    }

    [Fact]
    public void Key_OnAnotherCurve_IsRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Throws<ArgumentException>(() => new EcdsaClearanceSigner(key));
        Assert.Throws<ArgumentException>(() => EcdsaKey.Read(key.ExportSubjectPublicKeyInfo()));
        Assert.Throws<ArgumentException>(() => UnitKey.FromSubjectPublicKeyInfo(key.ExportSubjectPublicKeyInfo()));
    }

    private static byte[] WithS(BigInteger s)
    {
        var signature = new byte[EcdsaSignature.Length];
        signature[0] = 7;
        var bytes = s.ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.CopyTo(signature, EcdsaSignature.Length - bytes.Length);
        return signature;
    }
}
