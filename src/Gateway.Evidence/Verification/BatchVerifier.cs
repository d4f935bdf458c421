using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>
/// Verifies the signatures of batches as they stand in a log: form, value, certificate and chain, with dates as they
/// were at the signing time. Revocation is not checked. Thread-safe.
/// </summary>
/// <param name="signingRoots">The roots, as <see cref="EvidenceVerifier"/> takes them.</param>
public sealed class BatchVerifier(X509Certificate2Collection signingRoots)
{
    private readonly TrustedSigners _signers = TrustedSigners.Of(signingRoots);

    /// <summary>Verifies a signature.</summary>
    /// <param name="signature">Detached CMS SignedData, DER.</param>
    /// <param name="batch">The batch's text.</param>
    /// <exception cref="EvidenceException">The first check that fails.</exception>
    public VerifiedSignature Verify(ReadOnlyMemory<byte> signature, ReadOnlySpan<byte> batch)
    {
        var read = CmsReader.Read(signature);
        var (signer, chain) = _signers.Check(read, signature.Span, batch);
        chain.CheckDates(read.SigningTime);
        return new VerifiedSignature(signer.Certificate, read.SigningTime);
    }
}

/// <summary>A signature that was verified.</summary>
/// <param name="Signer">The signing certificate. It belongs to the verifier; don't dispose of it.</param>
/// <param name="SigningTime">When it was signed by the gateway's clock, whole seconds, UTC.</param>
public sealed record VerifiedSignature(X509Certificate2 Signer, DateTimeOffset SigningTime);
