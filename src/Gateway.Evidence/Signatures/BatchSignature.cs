using System.Security.Cryptography;

namespace Gateway.Evidence;

/// <summary>What a batch's signature says, read without being verified. Thread-safe.</summary>
public static class BatchSignature
{
    /// <summary>When it was signed by the gateway's clock, whole seconds, UTC.</summary>
    /// <param name="signature">Detached CMS SignedData, DER.</param>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.SignatureForm"/>.</exception>
    public static DateTimeOffset SigningTime(ReadOnlyMemory<byte> signature) => CmsReader.Read(signature).SigningTime;

    /// <summary>SHA-256 of the signing certificate in it, 32 bytes.</summary>
    /// <param name="signature">Detached CMS SignedData, DER.</param>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.SignatureForm"/>.</exception>
    public static byte[] CertificateSha256(ReadOnlyMemory<byte> signature) =>
        SHA256.HashData(CmsReader.Read(signature).Certificate.Span);
}
