using Gateway.Contracts.V1;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

public sealed class EvidenceVerifierTests : IDisposable
{
    private readonly CertificateBatchSigner _signer = SomePki.Shared.Signer();
    private readonly EvidenceVerifier _verifier = new(SomePki.Shared.Trusted, SomeTime.At(SomePki.Now));

    [Fact]
    public void Verify_GoodEvidence_TellsWhatWasSigned()
    {
        var answer = SomeAnswer.Plain;
        var evidence = answer.SignedBy(_signer);

        var verified = _verifier.Verify(evidence, answer.Facts);

        Assert.Equal(answer.Statement, verified.Statement);
        Assert.Equal(1000, verified.Batch.Size);
        Assert.Equal(evidence.Statement.ToByteArray(), verified.StatementBytes);
        Assert.Equal(evidence.Batch.ToByteArray(), verified.BatchBytes);
        Assert.Equal(evidence.Signature.ToByteArray(), verified.Signature);
        Assert.Equal(_signer.Certificate.RawData, verified.Signer.RawData);
        Assert.Equal(SomePki.Shared.Issuer.RawData, Assert.Single(verified.Issuers).RawData);
        Assert.Equal(new DateTimeOffset(2026, 8, 20, 9, 30, 15, TimeSpan.Zero), verified.SigningTime);
    }

    [Fact]
    public void Verify_NoEvidence_IsRefused() =>
        Refusal.Of(EvidenceCheck.Present, () => _verifier.Verify(null, SomeAnswer.Plain.Facts));

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void Verify_MissingField_IsRefused(bool noStatement, bool noBatch, bool noSignature)
    {
        var whole = SomeAnswer.Plain.SignedBy(_signer);
        var evidence = SomeAnswer.Evidence(
            noStatement ? [] : whole.Statement.ToByteArray(),
            noBatch ? [] : whole.Batch.ToByteArray(),
            noSignature ? [] : whole.Signature.ToByteArray());

        Refusal.Of(EvidenceCheck.Fields, () => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Fact]
    public void Verify_TooLarge_IsRefusedBeforeItIsRead()
    {
        var evidence = SomeAnswer.Evidence(new byte[1280], new byte[1280], new byte[1280]);

        Refusal.Of(EvidenceCheck.Size, () => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Fact]
    public void Verify_StatementNotCanonical_IsRefused()
    {
        var evidence = SomeAnswer.Plain.SignedBy(_signer);
        evidence.Statement = Google.Protobuf.ByteString.CopyFrom([.. evidence.Statement.Span, (byte)'\n']);

        Refusal.Of(EvidenceCheck.StatementCanonical, () => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Fact]
    public void Verify_BatchNotCanonical_IsRefused()
    {
        var evidence = SomeAnswer.Plain.SignedBy(_signer);
        evidence.Batch = Google.Protobuf.ByteString.CopyFrom([.. evidence.Batch.Span, (byte)'\n']);

        Refusal.Of(EvidenceCheck.BatchCanonical, () => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Fact]
    public void Verify_StatementOfAnotherBatch_IsRefused()
    {
        var other = SomeAnswer.BatchOf(SomeAnswer.SomeStatement());
        var evidence = Signed(SomeAnswer.Plain.Statement, other);

        Refusal.Of(EvidenceCheck.StatementInBatch, () => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Fact]
    public void Verify_BatchOfAnotherLog_IsRefused()
    {
        var statement = SomeAnswer.Plain.Statement;
        var evidence = Signed(statement, SomeAnswer.BatchOf(statement) with { Origin = "another/gw-2/00000000" });

        Refusal.Of(EvidenceCheck.Origin, () => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Fact]
    public void Verify_SignatureOverAnotherBatch_IsRefused()
    {
        var batch = SomeAnswer.BatchOf(SomeAnswer.Plain.Statement);
        var evidence = SomeAnswer.Plain.SignedBy(_signer);
        evidence.Batch = Google.Protobuf.ByteString.CopyFrom((batch with { Size = 1001 }).ToBytes());

        Refusal.Of(EvidenceCheck.MessageDigest, () => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Fact]
    public void Verify_ValueOfAnotherSignature_IsRefused()
    {
        var statement = SomeAnswer.Plain.Statement;
        var evidence = SomeAnswer.Plain.SignedBy(_signer);
        var signature = DerNode.Parse(evidence.Signature.Span);
        var other = DerNode.Parse(Signed(statement, SomeAnswer.BatchOf(statement) with { Size = 1001 }).Signature.Span);
        signature.At(1, 0, 4, 0).Children[5] = other.At(1, 0, 4, 0, 5);
        evidence.Signature = Google.Protobuf.ByteString.CopyFrom(signature.Encode());

        Refusal.Of(EvidenceCheck.SignatureValue, () => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Fact]
    public void Verify_AnotherCertificateInTheSignature_IsRefused()
    {
        using var other = SomePki.Shared.Signing();
        var evidence = SomeAnswer.Plain.SignedBy(_signer);
        var signature = DerNode.Parse(evidence.Signature.Span);
        signature.At(1, 0, 3).Children[0] = DerNode.Parse(other.RawData);
        evidence.Signature = Google.Protobuf.ByteString.CopyFrom(signature.Encode());

        Refusal.Of(EvidenceCheck.SigningCertificate, () => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Fact]
    public void Verify_SignerUnderAnotherRoot_IsRefused()
    {
        var impostor = new SomePki();
        using var signer = impostor.Signer();

        Refusal.Of(
            EvidenceCheck.Chain, () => _verifier.Verify(SomeAnswer.Plain.SignedBy(signer), SomeAnswer.Plain.Facts));
    }

    [Fact]
    public void Verify_IssuerWithoutRoot_IsNotTrusted()
    {
        var verifier = new EvidenceVerifier([SomePki.Shared.Issuer], SomeTime.At(SomePki.Now));

        Refusal.Of(
            EvidenceCheck.Chain, () => verifier.Verify(SomeAnswer.Plain.SignedBy(_signer), SomeAnswer.Plain.Facts));
    }

    [Theory]
    [InlineData(EvidenceCheck.KeyUsage)]
    [InlineData(EvidenceCheck.Purpose)]
    public void Verify_CertificateThatMayNotSign_IsRefused(EvidenceCheck check)
    {
        using var certificate = BatchSignerTests.WrongCertificate(check);
        var evidence = SomeAnswer.Plain.SignedBy(_signer);
        evidence.Signature = Google.Protobuf.ByteString.CopyFrom(
            UncheckedSigner.Sign(certificate, evidence.Batch.ToByteArray(), SomePki.Now));

        Refusal.Of(check, () => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Fact]
    public void Verify_UncheckedSignerWithGoodCertificate_IsAccepted()
    {
        using var certificate = SomePki.Shared.Signing();
        var evidence = SomeAnswer.Plain.SignedBy(_signer);
        evidence.Signature = Google.Protobuf.ByteString.CopyFrom(
            UncheckedSigner.Sign(certificate, evidence.Batch.ToByteArray(), SomePki.Now));

        _verifier.Verify(evidence, SomeAnswer.Plain.Facts);
    }

    [Fact]
    public void Verify_CertificateThatExpiresMeanwhile_IsRefusedFromThen()
    {
        var time = SomeTime.At(SomePki.Now);
        var verifier = new EvidenceVerifier(SomePki.Shared.Trusted, time);
        using var signer = new CertificateBatchSigner(SomePki.Shared.Signing(notAfter: SomePki.Now.AddHours(1)), []);
        var evidence = SomeAnswer.Plain.SignedBy(signer);
        verifier.Verify(evidence, SomeAnswer.Plain.Facts);

        time.Advance(TimeSpan.FromHours(2));

        Refusal.Of(EvidenceCheck.Dates, () => verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Theory]
    [InlineData(-11)]
    [InlineData(81)]
    public void Verify_OutsideTheCertificatesDates_IsRefused(int days)
    {
        var verifier = new EvidenceVerifier(SomePki.Shared.Trusted, SomeTime.At(SomePki.Now.AddDays(days)));

        Refusal.Of(
            EvidenceCheck.Dates, () => verifier.Verify(SomeAnswer.Plain.SignedBy(_signer), SomeAnswer.Plain.Facts));
    }

    [Theory]
    [InlineData(-61)]
    [InlineData(62)]
    public void Verify_CompletedFarFromTheSigningTime_IsRefused(int seconds)
    {
        var evidence = SomeAnswer.Plain.SignedBy(_signer, SomePki.Now.AddSeconds(seconds));

        Refusal.Of(EvidenceCheck.CompleteTime, () => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
    }

    [Theory]
    [InlineData(-59)]
    [InlineData(60)]
    public void Verify_CompletedWithinAMinuteOfTheSigningTime_IsAccepted(int seconds)
    {
        var evidence = SomeAnswer.Plain.SignedBy(_signer, SomePki.Now.AddSeconds(seconds));

        _verifier.Verify(evidence, SomeAnswer.Plain.Facts);
    }

    [Theory]
    [MemberData(nameof(OtherCalls))]
    public void Verify_EvidenceOfAnotherCall_IsRefused(EvidenceCheck check, CallFacts facts)
    {
        var evidence = SomeAnswer.Plain.SignedBy(_signer);

        Refusal.Of(check, () => _verifier.Verify(evidence, facts));
    }

    [Fact]
    public void Verify_EveryFlippedBitOfTheStatement_IsRefused()
    {
        var evidence = SomeAnswer.Plain.SignedBy(_signer);

        RefuseEveryFlip(evidence.Statement.ToByteArray(), (whole, flipped) => whole.Statement = flipped);
    }

    [Fact]
    public void Verify_EveryFlippedBitOfTheBatch_IsRefused()
    {
        var evidence = SomeAnswer.Plain.SignedBy(_signer);

        RefuseEveryFlip(evidence.Batch.ToByteArray(), (whole, flipped) => whole.Batch = flipped);
    }

    [Fact]
    public void Verify_FromManyThreads_KeepsTheSignerOnce()
    {
        var signers = new TrustedSigners([SomePki.Shared.Root], [SomePki.Shared.Issuer]);
        var evidence = SomeAnswer.Plain.SignedBy(_signer);

        Parallel.For(0, 200, _ => signers.Check(
            CmsReader.Read(evidence.Signature.Memory), evidence.Signature.Span, evidence.Batch.Span));

        Assert.Equal(1, signers.Kept);
    }

    [Fact]
    public void Verify_ManyStrangers_AreNotKept()
    {
        var signers = new TrustedSigners([SomePki.Shared.Root], []);
        var evidence = SomeAnswer.Plain.SignedBy(_signer);

        Assert.Throws<EvidenceException>(() => signers.Check(
            CmsReader.Read(evidence.Signature.Memory), evidence.Signature.Span, evidence.Batch.Span));

        Assert.Equal(0, signers.Kept);
    }

    public static TheoryData<EvidenceCheck, CallFacts> OtherCalls()
    {
        var facts = SomeAnswer.Plain.Facts;
        var other = SomeAnswer.HexOf([99]);
        return new TheoryData<EvidenceCheck, CallFacts>
        {
            { EvidenceCheck.RequestCount, facts with { RequestCount = 2 } },
            { EvidenceCheck.RequestDigest, facts with { RequestSha256 = other } },
            { EvidenceCheck.ResponseCount, facts with { ResponseCount = 0 } },
            { EvidenceCheck.ResponseDigest, facts with { ResponseSha256 = other } },
            { EvidenceCheck.Nonce, facts with { CallNonce = new string('f', 32) } },
            { EvidenceCheck.Nonce, facts with { CallNonce = "" } },
            { EvidenceCheck.Method, facts with { Method = "/traffic.gateway.v1.FinesInquiryService/ListFines" } },
            { EvidenceCheck.Method, facts with { Method = "" } },
            { EvidenceCheck.CallerCertificate, facts with { CallerCertificateSha256 = other } },
            { EvidenceCheck.StatusCode, facts with { StatusCode = 9 } },
            { EvidenceCheck.StatusMessage, facts with { StatusMessage = "Settled." } },
            { EvidenceCheck.StatusDetails, facts with { StatusDetails = [1] } },
        };
    }

    public void Dispose() => _signer.Dispose();

    private ResponseEvidence Signed(Statement statement, Batch batch) =>
        SomeAnswer.Evidence(statement.ToBytes(), batch.ToBytes(), _signer.Sign(batch, SomePki.Now));

    private void RefuseEveryFlip(byte[] bytes, Action<ResponseEvidence, Google.Protobuf.ByteString> put)
    {
        var evidence = SomeAnswer.Plain.SignedBy(_signer);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            put(evidence, Google.Protobuf.ByteString.CopyFrom(flipped));
            Assert.Throws<EvidenceException>(() => _verifier.Verify(evidence, SomeAnswer.Plain.Facts));
        }
    }
}
