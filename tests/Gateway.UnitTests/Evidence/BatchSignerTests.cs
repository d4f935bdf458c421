using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;
using Gateway.Testing.Tools;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Security;

namespace Gateway.UnitTests.Evidence;

public sealed class BatchSignerTests
{
    [ToolFact("openssl")]
    public async Task Sign_Batch_IsAcceptedByOpenSslAlone()
    {
        var directory = Directory.CreateTempSubdirectory("evidence-").FullName;
        using var certificate = SomePki.Shared.Signing(issuer: SomePki.Shared.Root);
        WriteBundle(directory, certificate);

        var accepted = await VerifyAsync(directory, "root.pem");
        await File.AppendAllTextAsync(Path.Combine(directory, "batch.txt"), "00");
        var changed = await VerifyAsync(directory, "root.pem");

        Assert.True(accepted.ExitCode == 0, accepted.Error);
        Assert.True(changed.ExitCode != 0, changed.Error);
        Directory.Delete(directory, recursive: true);
    }

    // openssl 3.0 looks for issuers only in the signature and in what it is told to trust; an issuer among the latter
    // is still not a root to it.
    [ToolFact("openssl")]
    public async Task Sign_BatchUnderAnIssuer_IsAcceptedByOpenSslAlone()
    {
        var directory = Directory.CreateTempSubdirectory("evidence-").FullName;
        using var certificate = SomePki.Shared.Signing();
        WriteBundle(directory, certificate);

        var accepted = await VerifyAsync(directory, "root-and-chain.pem");
        var rootless = await VerifyAsync(directory, "chain.pem");

        Assert.True(accepted.ExitCode == 0, accepted.Error);
        Assert.True(rootless.ExitCode != 0, rootless.Error);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void Sign_Batch_IsAcceptedByBouncyCastle()
    {
        using var signer = SomePki.Shared.Signer();
        var batch = SomeAnswer.BatchOf(SomeAnswer.Plain.Statement);

        var signature = signer.Sign(batch, SomePki.Now);

        var read = new CmsSignedData(new CmsProcessableByteArray(batch.ToBytes()), signature);
        var signerInfo = Assert.Single(read.GetSignerInfos().GetSigners());
        Assert.True(signerInfo.Verify(DotNetUtilities.FromX509Certificate(signer.Certificate)));
        Assert.Null(signerInfo.UnsignedAttributes);
        Assert.Equal(4, signerInfo.SignedAttributes.Count);
    }

    // A signature value has 70 to 72 bytes, seldom fewer, and each length has a layout of its own.
    [Fact]
    public void Sign_ManyBatches_AreAllDerOfTheSameProfile()
    {
        using var signer = SomePki.Shared.Signer();
        var batch = SomeAnswer.BatchOf(SomeAnswer.Plain.Statement);
        var verifier = new EvidenceVerifier(SomePki.Shared.Trusted, SomeTime.At(SomePki.Now));
        var lengths = new HashSet<int>();

        for (var count = 0; count < 400; count++)
        {
            var signature = signer.Sign(batch, SomePki.Now);
            lengths.Add(signature.Length);
            verifier.Verify(
                SomeAnswer.Evidence(SomeAnswer.Plain.Statement.ToBytes(), batch.ToBytes(), signature),
                SomeAnswer.Plain.Facts);
        }

        Assert.True(lengths.Count >= 2);
    }

    [Theory]
    [InlineData(2049, UniversalTagNumber.UtcTime)]
    [InlineData(2050, UniversalTagNumber.GeneralizedTime)]
    public void Sign_SigningTime_HasTheFormThatCmsWants(int year, UniversalTagNumber form)
    {
        using var signer = SomePki.Shared.Signer();
        var time = new DateTimeOffset(year, 12, 31, 23, 59, 59, 999, TimeSpan.Zero);

        var signature = signer.Sign(SomeAnswer.BatchOf(SomeAnswer.Plain.Statement), time);

        var attributes = DerNode.Parse(signature).At(1, 0, 4, 0, 3);
        Assert.Equal((byte)form, attributes.At(1, 1, 0).Tag);
        Assert.Equal(
            new DateTimeOffset(year, 12, 31, 23, 59, 59, TimeSpan.Zero), CmsReader.Read(signature).SigningTime);
    }

    [Theory]
    [InlineData(EvidenceCheck.KeyUsage)]
    [InlineData(EvidenceCheck.Purpose)]
    [InlineData(EvidenceCheck.KeyAlgorithm)]
    public void Signer_CertificateThatMayNotSign_IsRefused(EvidenceCheck check)
    {
        using var certificate = WrongCertificate(check);

        Refusal.Of(check, () => Take(certificate));
    }

    [Fact]
    public void Signer_RsaCertificate_IsRefused()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=RSA", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(SomePki.Now, SomePki.Now.AddDays(1));

        Refusal.Of(EvidenceCheck.KeyAlgorithm, () => Take(certificate));
    }

    [Fact]
    public void Signer_CertificateTooLargeForTheTrailer_IsRefused()
    {
        using var certificate = SomePki.Shared.Signing(unit: new string('x', 1000));

        Refusal.Of(EvidenceCheck.Size, () => Take(certificate));
    }

    [Fact]
    public void Evidence_LargestStatementBatchAndSignature_FitsTheTrailer()
    {
        var largest = SomeAnswer.Evidence(
            new byte[Statement.MaxBytes], new byte[BatchText.MaxBytes], new byte[EvidenceNames.MaxSignatureBytes]);

        var encoded = (largest.CalculateSize() + 2) / 3 * 4;
        Assert.InRange(encoded, EvidenceNames.MaxEncodedBytes - 3, EvidenceNames.MaxEncodedBytes);
    }

    [Fact]
    public void Signer_WithoutPrivateKey_IsRefused()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(SomePki.Shared.Signing().RawData);

        Assert.Throws<ArgumentException>(() => Take(certificate));
    }

    [Fact]
    public void Sign_FromManyThreads_GivesOnlyValidSignatures()
    {
        using var signer = SomePki.Shared.Signer();
        var answer = SomeAnswer.Plain;
        var verifier = new EvidenceVerifier(SomePki.Shared.Trusted, SomeTime.At(SomePki.Now));

        Parallel.For(0, 200, _ => verifier.Verify(answer.SignedBy(signer), answer.Facts));
    }

    internal static X509Certificate2 WrongCertificate(EvidenceCheck check) => check switch
    {
        EvidenceCheck.KeyUsage => SomePki.Shared.Signing(usage: X509KeyUsageFlags.DigitalSignature),
        EvidenceCheck.Purpose => SomePki.Shared.Signing(purpose: "1.3.6.1.5.5.7.3.2"),
        EvidenceCheck.KeyAlgorithm => SomePki.Shared.Signing(curve: ECCurve.NamedCurves.nistP384),
        _ => throw new ArgumentOutOfRangeException(nameof(check)),
    };

    private static void Take(X509Certificate2 certificate) => new CertificateBatchSigner(certificate, []).Dispose();

    private static void WriteBundle(string directory, X509Certificate2 certificate)
    {
        using var signer = new CertificateBatchSigner(certificate, []);
        var batch = SomeAnswer.BatchOf(SomeAnswer.Plain.Statement);
        var root = SomePki.Shared.Root.ExportCertificatePem() + "\n";
        var chain = SomePki.Shared.Issuer.ExportCertificatePem() + "\n";
        File.WriteAllBytes(Path.Combine(directory, "batch.txt"), batch.ToBytes());
        File.WriteAllBytes(Path.Combine(directory, "batch.p7s"), signer.Sign(batch, SomePki.Now));
        File.WriteAllText(Path.Combine(directory, "root.pem"), root);
        File.WriteAllText(Path.Combine(directory, "chain.pem"), chain);
        File.WriteAllText(Path.Combine(directory, "root-and-chain.pem"), root + chain);
    }

    private static Task<ToolRun> VerifyAsync(string directory, string trusted) => ToolRun.RunAsync(
        "openssl",
        [
            "cms", "-verify", "-binary", "-inform", "DER", "-in", "batch.p7s", "-content", "batch.txt",
            "-CAfile", trusted, "-certfile", "chain.pem", "-purpose", "any", "-cades",
            "-attime", $"{SomePki.Now.ToUnixTimeSeconds()}", "-out", "/dev/null",
        ],
        directory);
}
