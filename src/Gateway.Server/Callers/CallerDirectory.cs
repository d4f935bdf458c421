using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Pki;

namespace Gateway.Server.Callers;

/// <summary>Turns client certificates into callers. Each certificate is looked into once. Thread-safe.</summary>
internal sealed class CallerDirectory(GatewayPki pki, AccessPolicy policy)
{
    private readonly ConditionalWeakTable<X509Certificate2, CallerIdentity> _known = [];

    /// <summary>What the certificate of a connection says.</summary>
    public CallerIdentity Identify(X509Certificate2 certificate) => _known.GetValue(certificate, Read);

    private CallerIdentity Read(X509Certificate2 certificate)
    {
        var id = CertificateNames.SpiffeIdOf(certificate);
        if (id is not null && pki.ClientAuthorities.TrustDomainOf(certificate) != id.TrustDomain)
            id = null;

        return new CallerIdentity(
            certificate,
            Convert.ToHexStringLower(SHA256.HashData(certificate.RawDataMemory.Span)),
            new DateTimeOffset(certificate.NotAfter),
            id,
            id is null ? null : policy.Find(id));
    }
}
