using System.Security.Cryptography;

namespace Gateway.Evidence;

/// <summary>What a batch's signature says about itself; nothing of it is verified here. Thread-safe.</summary>
public static class BatchSignature
{
    /// <summary>SHA-256 of the signing certificate in it, 32 bytes.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.SignatureForm"/>.</exception>
    public static byte[] CertificateSha256(ReadOnlyMemory<byte> signature) =>
        SHA256.HashData(CmsReader.Read(signature).Certificate.Span);
}
