using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>
/// Signs with a certificate's own private key, ECDSA on P-256 with SHA-256 in the platform's library. The private key
/// is taken once; the certificates stay the caller's. Thread-safe.
/// </summary>
public sealed class CertificateBatchSigner : IBatchSigner
{
    private readonly Lock _turn = new();
    private readonly ECDsa _key;
    private readonly SignatureLayout _layout;

    /// <summary>Takes a certificate with its private key, and its issuers in order without the root.</summary>
    /// <exception cref="EvidenceException">The certificate lacks a P-256 key
    /// (<see cref="EvidenceCheck.KeyAlgorithm"/>), key usage contentCommitment (<see cref="EvidenceCheck.KeyUsage"/>)
    /// or the document-signing purpose (<see cref="EvidenceCheck.Purpose"/>), or is so large that the trailer would be
    /// too long (<see cref="EvidenceCheck.Size"/>).</exception>
    /// <exception cref="CryptographicException">The certificate can't be read.</exception>
    /// <exception cref="ArgumentException">The certificate comes without its private key.</exception>
    public CertificateBatchSigner(X509Certificate2 withPrivateKey, IReadOnlyList<X509Certificate2> issuers)
    {
        SigningCertificateRules.Check(withPrivateKey);
        _key = withPrivateKey.GetECDsaPrivateKey()
            ?? throw new ArgumentException("The signing certificate has no private key.", nameof(withPrivateKey));
        _layout = new SignatureLayout(withPrivateKey);
        RequireRoom(_layout.MaxLength);
        Certificate = withPrivateKey;
        Issuers = [.. issuers];
    }

    /// <inheritdoc/>
    public X509Certificate2 Certificate { get; }

    /// <inheritdoc/>
    public IReadOnlyList<X509Certificate2> Issuers { get; }

    /// <inheritdoc/>
    public byte[] Sign(Batch batch, DateTimeOffset signingTime) => Sign(batch.ToBytes(), signingTime);

    /// <inheritdoc/>
    public byte[] Sign(NoteKeyAnnouncement announcement, DateTimeOffset signingTime) =>
        Sign(announcement.ToBytes(), signingTime);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private byte[] Sign(byte[] content, DateTimeOffset signingTime)
    {
        Span<byte> digest = stackalloc byte[Hex.DigestBytes];
        SHA256.HashData(content, digest);
        Span<byte> room = stackalloc byte[_layout.MaxAttributes];
        var attributes = room[.._layout.WriteAttributes(digest, signingTime, room)];
        SHA256.HashData(attributes, digest);

        Span<byte> value = stackalloc byte[SignatureLayout.MaxSignatureValue];
        return _layout.Write(attributes, value[..SignDigest(digest, value)]);
    }

    private static void RequireRoom(int length)
    {
        if (length > EvidenceNames.MaxSignatureBytes)
        {
            throw new EvidenceException(
                EvidenceCheck.Size,
                $"Signing certificate refused: its signatures would have {length} bytes, and the trailer has room for "
                + $"{EvidenceNames.MaxSignatureBytes}.");
        }
    }

    // The framework promises nothing for one key used by several threads.
    private int SignDigest(ReadOnlySpan<byte> digest, Span<byte> value)
    {
        lock (_turn)
        {
            return _key.TrySignHash(digest, value, DSASignatureFormat.Rfc3279DerSequence, out var length)
                ? length
                : throw new CryptographicException("The key gave a signature value of an impossible length.");
        }
    }
}
