using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>
/// Verifies the signatures of batches as they stand in a log: form, value, certificate and chain. Revocation is not
/// checked. Thread-safe.
/// </summary>
public sealed class BatchVerifier
{
    private readonly TrustedSigners _signers;

    /// <summary>Takes what is trusted.</summary>
    /// <param name="signingRoots">The roots, as <see cref="EvidenceVerifier"/> takes them.</param>
    public BatchVerifier(X509Certificate2Collection signingRoots) => _signers = TrustedSigners.Of(signingRoots);

    /// <summary>Takes what is trusted, and certificates that came with what is verified.</summary>
    /// <param name="signingRoots">The roots, as <see cref="EvidenceVerifier"/> takes them.</param>
    /// <param name="issuers">Used on the way to a root; none of them is trusted by itself.</param>
    public BatchVerifier(X509Certificate2Collection signingRoots, X509Certificate2Collection issuers) =>
        _signers = TrustedSigners.Of(signingRoots, issuers);

    /// <summary>Verifies a signature, with dates as they were at the signing time.</summary>
    /// <param name="signature">Detached CMS SignedData, DER.</param>
    /// <param name="batch">The batch's text.</param>
    /// <exception cref="EvidenceException">The first check that fails.</exception>
    public VerifiedSignature Verify(ReadOnlyMemory<byte> signature, ReadOnlySpan<byte> batch) =>
        Verify(CmsReader.Read(signature), signature.Span, batch, null);

    /// <summary>Verifies a signature, with dates as they were at a time that is known otherwise.</summary>
    /// <param name="signature">Detached CMS SignedData, DER.</param>
    /// <param name="batch">The batch's text.</param>
    /// <param name="at">When the certificates have to be valid.</param>
    /// <exception cref="EvidenceException">The first check that fails.</exception>
    public VerifiedSignature Verify(ReadOnlyMemory<byte> signature, ReadOnlySpan<byte> batch, DateTimeOffset at) =>
        Verify(CmsReader.Read(signature), signature.Span, batch, at);

    private VerifiedSignature Verify(
        CmsSignature read, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> batch, DateTimeOffset? at)
    {
        var (signer, chain) = _signers.Check(read, signature, batch);
        chain.CheckDates(at ?? read.SigningTime);
        return new VerifiedSignature(signer.Certificate, chain.Issuers, read.SigningTime);
    }
}

/// <summary>A signature that was verified.</summary>
/// <param name="Signer">The signing certificate. It belongs to the verifier; don't dispose of it.</param>
/// <param name="Issuers">Its issuers in order, without the root. They belong to the verifier too.</param>
/// <param name="SigningTime">When it was signed by the gateway's clock, whole seconds, UTC.</param>
public sealed record VerifiedSignature(
    X509Certificate2 Signer, IReadOnlyList<X509Certificate2> Issuers, DateTimeOffset SigningTime);
