using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Contracts.V1;
using Gateway.Server.Pki;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Server.EvidenceInquiry;

/// <summary>The certificates that answers are, will be or were signed with. Thread-safe.</summary>
internal sealed class SigningCertificateList(PkiInForce pki, LogReaders readers, TimeProvider time)
{
    /// <summary>All of them, the one in use first, then the announced one, then those before from the newest
    /// on.</summary>
    public ListSigningCertificatesResponse ToWire()
    {
        var known = InForce();
        var before = readers.Read(reader => reader.SigningChains())
            .Select(chain => Describe(chain, SigningKeyState.Retired))
            .ExceptBy(known.Select(one => one.CertificateSha256), one => one.CertificateSha256)
            .OrderByDescending(one => one.NotBeforeTime.ToDateTimeOffset());
        return new ListSigningCertificatesResponse { Certificates = { known, before } };
    }

    // What the other was before the switch it is no longer after it: the log has it.
    private List<SigningCertificate> InForce()
    {
        using var use = pki.Use();
        var signers = use.Pki.Signing.Signers;
        var current = signers.At(time.GetUtcNow());
        var known = new List<SigningCertificate> { Describe(current, SigningKeyState.Current) };
        if (signers.Next is { } next && next != current)
            known.Add(Describe(next, SigningKeyState.Announced));
        return known;
    }

    private static SigningCertificate Describe(Gateway.Evidence.IBatchSigner signer, SigningKeyState state) =>
        Describe([signer.Certificate.RawData, .. signer.Issuers.Select(issuer => issuer.RawData)], state);

    private static SigningCertificate Describe(IReadOnlyList<byte[]> chain, SigningKeyState state)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(chain[0]);
        return new SigningCertificate
        {
            Certificate = ByteString.CopyFrom(chain[0]),
            Issuers = { chain.Skip(1).Select(ByteString.CopyFrom) },
            CertificateSha256 = Convert.ToHexStringLower(SHA256.HashData(chain[0])),
            State = state,
            NotBeforeTime = Timestamp.FromDateTime(certificate.NotBefore.ToUniversalTime()),
            NotAfterTime = Timestamp.FromDateTime(certificate.NotAfter.ToUniversalTime()),
        };
    }
}
