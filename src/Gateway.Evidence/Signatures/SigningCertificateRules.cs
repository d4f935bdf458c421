using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>What a certificate has to say so that its key may sign answers, apart from chain and dates.</summary>
internal static class SigningCertificateRules
{
    /// <exception cref="EvidenceException">The key's kind, the key usage or the extended key usage is
    /// another.</exception>
    /// <exception cref="CryptographicException">The key or an extension can't be read.</exception>
    internal static void Check(X509Certificate2 certificate)
    {
        Require(EvidenceCheck.KeyAlgorithm, HasP256Key(certificate), "its key is not ECDSA on P-256");
        Require(EvidenceCheck.KeyUsage, HasContentCommitment(certificate), "its key usage lacks contentCommitment");
        Require(
            EvidenceCheck.Purpose,
            HasDocumentSigning(certificate),
            $"its extended key usage lacks document signing ({CmsOids.DocumentSigning})");
    }

    private static bool HasP256Key(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPublicKey();
        return key?.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value == CmsOids.P256;
    }

    private static bool HasContentCommitment(X509Certificate2 certificate) =>
        Only<X509KeyUsageExtension>(certificate) is { } usage
        && usage.KeyUsages.HasFlag(X509KeyUsageFlags.NonRepudiation);

    private static bool HasDocumentSigning(X509Certificate2 certificate) =>
        Only<X509EnhancedKeyUsageExtension>(certificate) is { } usages
        && usages.EnhancedKeyUsages.OfType<Oid>().Any(usage => usage.Value == CmsOids.DocumentSigning);

    // RFC 5280, section 4.2: a certificate has each extension at most once.
    private static T? Only<T>(X509Certificate2 certificate)
        where T : X509Extension =>
        certificate.Extensions.OfType<T>().ToList() is [var only] ? only : null;

    private static void Require(EvidenceCheck check, bool condition, string problem)
    {
        if (!condition)
            throw new EvidenceException(check, $"Signing certificate refused: {problem}.");
    }
}
