using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Server.EvidenceInquiry;

/// <summary>The certificates that answers are signed with. Thread-safe.</summary>
internal sealed class SigningCertificateList(IBatchSigner signer)
{
    /// <summary>All of them, the one in use first.</summary>
    public ListSigningCertificatesResponse ToWire() => new()
    {
        Certificates = { Describe(signer.Certificate, signer.Issuers) },
    };

    private static SigningCertificate Describe(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> issuers) =>
        new()
        {
            Certificate = ByteString.CopyFrom(certificate.RawData),
            Issuers = { issuers.Select(issuer => ByteString.CopyFrom(issuer.RawData)) },
            CertificateSha256 = Convert.ToHexStringLower(SHA256.HashData(certificate.RawData)),
            State = SigningKeyState.Current,
            NotBeforeTime = Timestamp.FromDateTime(certificate.NotBefore.ToUniversalTime()),
            NotAfterTime = Timestamp.FromDateTime(certificate.NotAfter.ToUniversalTime()),
        };
}
