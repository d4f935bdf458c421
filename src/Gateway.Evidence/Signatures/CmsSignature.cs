namespace Gateway.Evidence;

/// <summary>What changes from one signature to the next, as read from its DER.</summary>
/// <param name="Certificate">The signing certificate, DER.</param>
/// <param name="ContentDigest">Signed attribute message-digest.</param>
/// <param name="SigningTime">Signed attribute signing-time, UTC, whole seconds.</param>
/// <param name="CertificateDigest">Digest in the signed attribute signing-certificate-v2.</param>
/// <param name="Value">The ECDSA signature value, DER.</param>
internal sealed record CmsSignature(
    ReadOnlyMemory<byte> Certificate,
    ReadOnlyMemory<byte> ContentDigest,
    DateTimeOffset SigningTime,
    ReadOnlyMemory<byte> CertificateDigest,
    ReadOnlyMemory<byte> Value);
