using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>A signing certificate and what is worth keeping of it between two verifications. Thread-safe.</summary>
internal sealed class KnownSigner
{
    private const int MaxIdleKeys = 16;

    private readonly ConcurrentBag<ECDsa> _idleKeys = [];
    private readonly SignatureLayout _layout;

    private KnownSigner(X509Certificate2 certificate)
    {
        SigningCertificateRules.Check(certificate);
        Certificate = certificate;
        _layout = new SignatureLayout(certificate);
    }

    internal X509Certificate2 Certificate { get; }

    /// <exception cref="EvidenceException">The certificate can't be read, or may not sign answers.</exception>
    internal static KnownSigner Load(ReadOnlySpan<byte> certificate)
    {
        try
        {
            return new KnownSigner(X509CertificateLoader.LoadCertificate(certificate));
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw new EvidenceException(
                EvidenceCheck.SignatureForm, "Signature refused: its certificate can't be read.", exception);
        }
    }

    /// <summary>Refuses all but the one encoding of what was read, under this certificate, of these content
    /// bytes.</summary>
    internal void CheckSignature(CmsSignature read, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> content)
    {
        Require(
            EvidenceCheck.SigningCertificate,
            read.CertificateDigest.Span.SequenceEqual(_layout.CertificateDigest),
            "its attribute signing-certificate-v2 names another certificate");
        Require(
            EvidenceCheck.SignatureForm,
            read.ContentDigest.Length == Hex.DigestBytes,
            "its attribute message-digest is not a SHA-256 digest");
        Span<byte> room = stackalloc byte[_layout.MaxAttributes];
        var attributes = room[.._layout.WriteAttributes(read.ContentDigest.Span, read.SigningTime, room)];
        Require(
            EvidenceCheck.SignatureForm,
            signature.SequenceEqual(_layout.Write(attributes, read.Value.Span)),
            "it is not the one encoding of its values");

        Span<byte> digest = stackalloc byte[Hex.DigestBytes];
        SHA256.HashData(content, digest);
        Require(
            EvidenceCheck.MessageDigest,
            read.ContentDigest.Span.SequenceEqual(digest),
            "its attribute message-digest is not the batch's digest");
        SHA256.HashData(attributes, digest);
        Require(EvidenceCheck.SignatureValue, Verifies(digest, read.Value.Span), "its value does not verify");
    }

    // The framework promises nothing for one key used by several threads; so each verification has one for itself.
    private bool Verifies(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> value)
    {
        if (!_idleKeys.TryTake(out var key))
            key = Certificate.GetECDsaPublicKey()!;
        var verifies = key.VerifyHash(digest, value, DSASignatureFormat.Rfc3279DerSequence);
        if (_idleKeys.Count < MaxIdleKeys)
            _idleKeys.Add(key);
        else
            key.Dispose();
        return verifies;
    }

    private static void Require(EvidenceCheck check, bool condition, string problem)
    {
        if (!condition)
            throw new EvidenceException(check, $"Signature refused: {problem}.");
    }
}
