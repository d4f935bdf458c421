using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Contracts.V1;

namespace Gateway.Evidence;

/// <summary>
/// Verifies the evidence of an answer when it comes. A signing certificate's chain is built once; everything else is
/// checked each time. Revocation is not checked. Thread-safe.
/// </summary>
public sealed class EvidenceVerifier
{
    private static readonly TimeSpan MaxTimeApart = TimeSpan.FromSeconds(60);

    private readonly TrustedSigners _signers;
    private readonly TimeProvider _time;

    /// <summary>Takes what is trusted.</summary>
    /// <param name="signingRoots">The roots: its self-issued certificates, and no others that the machine may trust.
    /// Certificates in it that are not self-issued are used on the way to a root, and are not trusted by
    /// themselves.</param>
    /// <param name="time">Tells at which time certificates have to be valid.</param>
    public EvidenceVerifier(X509Certificate2Collection signingRoots, TimeProvider time)
    {
        _signers = TrustedSigners.Of(signingRoots);
        _time = time;
    }

    /// <summary>Uses further certificates on the way to a root, for a signing key that came into use later. They are not
    /// trusted by themselves, wherever they come from; 64 are used at most.</summary>
    /// <returns>Whether one of them was not known, so that it is worth verifying again what failed by
    /// <see cref="EvidenceCheck.Chain"/>.</returns>
    public bool LearnIssuers(IReadOnlyList<X509Certificate2> issuers) => _signers.Learn(issuers);

    /// <summary>Verifies evidence against the call that it came with.</summary>
    /// <param name="evidence">The trailer's content; null if there was none.</param>
    /// <param name="facts">What the caller itself knows of the call.</param>
    /// <exception cref="EvidenceException">The first check that fails.</exception>
    public VerifiedEvidence Verify(ResponseEvidence? evidence, CallFacts facts)
    {
        var present = RequireComplete(evidence);
        var statement = Statement.Parse(present.Statement.Span);
        var batch = Batch.Parse(present.Batch.Span);
        Require(
            EvidenceCheck.StatementInBatch,
            batch.Contains(SHA256.HashData(present.Statement.Span)),
            "the statement's digest is not in the batch");
        Require(EvidenceCheck.Origin, statement.Gateway == batch.Origin, "statement and batch name different logs");

        var read = CmsReader.Read(present.Signature.Memory);
        var (signer, chain) = _signers.Check(read, present.Signature.Span, present.Batch.Span);
        chain.CheckDates(_time.GetUtcNow());
        Require(
            EvidenceCheck.CompleteTime,
            (statement.CompleteTime - read.SigningTime).Duration() <= MaxTimeApart,
            "the call was not completed within 60 s of the signing time");

        CallComparison.Check(statement, facts);
        return new VerifiedEvidence(
            statement,
            batch,
            present.Statement.ToByteArray(),
            present.Batch.ToByteArray(),
            present.Signature.ToByteArray(),
            signer.Certificate,
            chain.Issuers,
            read.SigningTime);
    }

    /// <summary>Verifies the announcement of a log's note key.</summary>
    /// <param name="announcement">Its text.</param>
    /// <param name="signature">Detached CMS SignedData over it, DER.</param>
    /// <returns>The key.</returns>
    /// <exception cref="EvidenceException">The first check that fails.</exception>
    public NoteKey VerifyNoteKey(ReadOnlySpan<byte> announcement, ReadOnlyMemory<byte> signature)
    {
        var announced = NoteKeyAnnouncement.Parse(announcement);
        var (_, chain) = _signers.Check(CmsReader.Read(signature), signature.Span, announcement);
        chain.CheckDates(_time.GetUtcNow());
        return announced.Key;
    }

    private static ResponseEvidence RequireComplete(ResponseEvidence? evidence)
    {
        if (evidence is null)
            throw new EvidenceException(EvidenceCheck.Present, "Evidence refused: the answer carries none.");
        Require(
            EvidenceCheck.Fields,
            !evidence.Statement.IsEmpty && !evidence.Batch.IsEmpty && !evidence.Signature.IsEmpty,
            "statement, batch or signature is missing");
        Require(
            EvidenceCheck.Size,
            Base64.GetMaxEncodedToUtf8Length(evidence.CalculateSize()) <= EvidenceNames.MaxEncodedBytes,
            $"it is longer than {EvidenceNames.MaxEncodedBytes} bytes encoded");
        return evidence;
    }

    private static void Require(EvidenceCheck check, bool condition, string problem)
    {
        if (!condition)
            throw new EvidenceException(check, $"Evidence refused: {problem}.");
    }
}
