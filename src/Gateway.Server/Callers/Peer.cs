using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Pki;

namespace Gateway.Server.Callers;

/// <summary>
/// A client certificate that a handshake accepted, looked into once, and who it is under what is in force.
/// Thread-safe.
/// </summary>
internal sealed class Peer(X509Certificate2 certificate, CallerChain chain)
{
    private volatile Judged? _judged;

    /// <summary>The certificate.</summary>
    public X509Certificate2 Certificate => certificate;

    /// <summary>Its way to its root.</summary>
    public CallerChain Chain => chain;

    /// <summary>SHA-256 of the certificate, lower-case hex.</summary>
    public string CertificateSha256 { get; } =
        Convert.ToHexStringLower(SHA256.HashData(certificate.RawDataMemory.Span));

    /// <summary>Its one SPIFFE id, whoever may name it; else null.</summary>
    public SpiffeId? Id { get; } = CertificateNames.SpiffeIdOf(certificate);

    /// <summary>Who it is; found out again when something else is in force.</summary>
    public CallerIdentity IdentityUnder(PkiInForce pki)
    {
        if (_judged is { } known && ReferenceEquals(known.Trust, pki.Callers))
            return known.Identity;

        using var use = pki.Use();
        var trust = use.Pki.Callers;
        var identity = trust.Judge(this, _judged?.Identity);
        _judged = new Judged(trust, identity);
        return identity;
    }

    private sealed record Judged(CallerTrust Trust, CallerIdentity Identity);
}
