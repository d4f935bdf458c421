using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

/// <summary>
/// Signs in the profile with a certificate that a <see cref="CertificateBatchSigner"/> would not take.
/// </summary>
internal static class UncheckedSigner
{
    internal static byte[] Sign(X509Certificate2 certificate, byte[] content, DateTimeOffset signingTime)
    {
        var layout = new SignatureLayout(certificate);
        var room = new byte[layout.MaxAttributes];
        var attributes = room[..layout.WriteAttributes(SHA256.HashData(content), signingTime, room)];
        using var key = certificate.GetECDsaPrivateKey()!;
        return layout.Write(
            attributes, key.SignData(attributes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }
}
