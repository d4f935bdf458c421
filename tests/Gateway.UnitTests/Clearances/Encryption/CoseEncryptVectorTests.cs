using System.Security.Cryptography;
using System.Text;
using Gateway.Clearance;
using Gateway.UnitTests.Clearances.Cose;

namespace Gateway.UnitTests.Clearances.Encryption;

public sealed class CoseEncryptVectorTests
{
    [Theory]
    [InlineData(CoseVectors.Hkdf256With128)]
    [InlineData(CoseVectors.Hkdf256With256)]
    [InlineData(CoseVectors.Compressed)]
    public void Decrypt_ExampleOfTheWorkingGroup_IsItsContent(string message)
    {
        using var recipient = Recipient();

        var plaintext = Read(message).Decrypt(recipient, []);

        Assert.Equal(CoseVectors.Content, Encoding.ASCII.GetString(plaintext));
    }

    [Fact]
    public void KeyContext_IsThatOfTheExamples()
    {
        var header = CoseEncryptForm.RecipientHeader();

        Assert.Equal(CoseVectors.ContextOf128, Convert.ToHexString(CoseEncryptForm.KeyContext(16, header)));
        Assert.Equal(CoseVectors.ContextOf256, Convert.ToHexString(CoseEncryptForm.KeyContext(32, header)));
    }

    [Fact]
    public void Authenticated_IsThatOfTheExamples()
    {
        var authenticated = CoseEncryptForm.Authenticated(CoseEncryptForm.ContentHeader(), []);

        Assert.Equal(CoseVectors.AuthenticatedWith128, Convert.ToHexString(authenticated));
    }

    [Fact]
    public void Decrypt_ExampleWithOtherAuthenticatedData_IsRefused()
    {
        using var recipient = Recipient();

        Assert.ThrowsAny<CryptographicException>(() => Read(CoseVectors.Compressed).Decrypt(recipient, [1]));
    }

    [Fact]
    public void Examples_AreNotOfTheFormOfCertificates()
    {
        Assert.False(Read(CoseVectors.Hkdf256With128).IsOurs);
        Assert.False(Read(CoseVectors.Hkdf256With256).IsOurs);
        Assert.False(Read(CoseVectors.Compressed).IsOurs);
    }

    [Fact]
    public void Point_WithTheSignOfYOnly_IsFoundWithBothSigns()
    {
        for (var i = 0; i < 50; i++)
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            var compressed = P256Point.Compress(point);
            Assert.Equal(point.Y, compressed.ToPoint().Y);
            Assert.NotEqual(point.Y, (compressed with { IsOdd = !compressed.IsOdd }).ToPoint().Y);
        }
    }

    [Theory]
    [InlineData("FF", "above the prime")]
    [InlineData("01", "not on the curve")]
    public void Point_WhichTheCurveLacks_IsRefused(string repeated, string what)
    {
        var x = Enumerable.Repeat(Convert.FromHexString(repeated)[0], P256Point.Length).ToArray();

        Assert.True(Record.Exception(() => new P256Point(x, null, true).ToPoint()) is CryptographicException, what);
    }

    private static CoseEncrypt Read(string message) => CoseEncrypt.Read(Convert.FromHexString(message))!;

    private static ECDiffieHellman Recipient() => ECDiffieHellman.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        D = Convert.FromHexString(CoseVectors.RecipientD),
        Q = new ECPoint
        {
            X = Convert.FromHexString(CoseVectors.RecipientX),
            Y = Convert.FromHexString(CoseVectors.RecipientY),
        },
    });
}
