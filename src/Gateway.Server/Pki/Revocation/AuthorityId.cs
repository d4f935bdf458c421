using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>
/// An authority by its name and key, whichever of its certificates shows them: one that is renewed with its key goes on
/// with its revocation list.
/// </summary>
internal static class AuthorityId
{
    /// <summary>The authority that a certificate is of: SHA-256 over name and public key, hex.</summary>
    public static string Of(X509Certificate2 certificate)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(certificate.SubjectName.RawData);
        digest.AppendData(certificate.PublicKey.ExportSubjectPublicKeyInfo());
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
