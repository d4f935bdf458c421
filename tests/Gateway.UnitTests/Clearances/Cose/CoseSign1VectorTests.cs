using System.Security.Cryptography;
using System.Text;
using Gateway.Clearance;

namespace Gateway.UnitTests.Clearances.Cose;

public sealed class CoseSign1VectorTests
{
    private static readonly byte[] Header = Convert.FromHexString("A10126");
    private static readonly byte[] Payload = Encoding.ASCII.GetBytes(CoseVectors.Content);

    [Fact]
    public void ToBeSigned_IsThatOfTheStandard()
    {
        var content = new CoseToBeSigned(Header, Payload);

        Assert.Equal(CoseVectors.ToBeSigned, Convert.ToHexString(content.Bytes.Span));
    }

    [Fact]
    public void SignatureOfTheStandard_Verifies()
    {
        var signature = Convert.FromHexString(CoseVectors.Signature);

        Assert.True(Key().Verifies(Message(signature)));
        Assert.True(EcdsaSignature.IsLowS(signature));
    }

    [Fact]
    public void SignatureOfTheStandard_OneBitFlipped_DoesNotVerify()
    {
        for (var bit = 0; bit < EcdsaSignature.Length * 8; bit++)
        {
            var signature = Convert.FromHexString(CoseVectors.Signature);
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Key().Verifies(Message(signature)), $"bit {bit}");
        }
    }

    [Theory]
    [InlineData("00", "00")]
    [InlineData("00", "01")]
    [InlineData("01", "00")]
    [InlineData("FF", "FF")]
    public void Signature_NumbersOutOfRange_DoNotVerifyNorThrow(string r, string s)
    {
        byte[] signature = [.. Number(r), .. Number(s)];

        Assert.False(Key().Verifies(Message(signature)));
    }

    private static byte[] Number(string repeated) =>
        [.. Enumerable.Repeat(Convert.FromHexString(repeated)[0], EcdsaSignature.Length / 2)];

    private static CoseSign1 Message(byte[] signature) => new(Header, default, null, Payload, signature);

    private static EcdsaKey Key()
    {
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = Convert.FromHexString(CoseVectors.SignerX),
                Y = Convert.FromHexString(CoseVectors.SignerY),
            },
        });
        return EcdsaKey.Read(key.ExportSubjectPublicKeyInfo());
    }
}
