using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Callers;

/// <summary>What a connection's client certificate says, found out once per certificate.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="CertificateSha256">SHA-256 of the certificate, lower-case hex.</param>
/// <param name="NotAfter">End of the certificate's validity.</param>
/// <param name="Id">Its one SPIFFE id, of the trust domain that its authority may name; else null.</param>
/// <param name="Caller">The caller, where the access policy knows the id; else null.</param>
internal sealed record CallerIdentity(
    X509Certificate2 Certificate, string CertificateSha256, DateTimeOffset NotAfter, SpiffeId? Id, Caller? Caller);
