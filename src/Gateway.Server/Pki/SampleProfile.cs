using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>What sets one kind of sample certificate apart (RFC 5280, section 4.2.1).</summary>
/// <param name="Usage">Key usage.</param>
/// <param name="Purpose">Object identifier of the extended key usage; null for none.</param>
/// <param name="Names">Fills the subjectAltName; null for none.</param>
internal sealed record SampleProfile(
    X509KeyUsageFlags Usage, string? Purpose, Action<SubjectAlternativeNameBuilder>? Names)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string DocumentSigning = "1.3.6.1.5.5.7.3.36";
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    /// <summary>TLS server on this machine.</summary>
    public static SampleProfile Server { get; } = new(X509KeyUsageFlags.DigitalSignature, ServerAuthentication, names =>
    {
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
    });

    /// <summary>Signs answers: contentCommitment, document signing (RFC 9336).</summary>
    public static SampleProfile Signing { get; } = new(X509KeyUsageFlags.NonRepudiation, DocumentSigning, null);

    /// <summary>Signs time stamps, and nothing else (RFC 3161, section 2.3).</summary>
    public static SampleProfile TimeStamps { get; } = new(X509KeyUsageFlags.DigitalSignature, TimeStamping, null);

    /// <summary>Signs what is not a certificate of this PKI: codes of clearance certificates, their lists.</summary>
    public static SampleProfile Signature { get; } = new(X509KeyUsageFlags.DigitalSignature, null, null);

    /// <summary>Key that others encrypt for.</summary>
    public static SampleProfile Agreement { get; } = new(X509KeyUsageFlags.KeyAgreement, null, null);

    /// <summary>An authority below a root.</summary>
    public static SampleProfile Authority { get; } =
        new(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, null, null);

    /// <summary>TLS client with one SPIFFE id.</summary>
    public static SampleProfile Caller(Uri spiffeId) =>
        new(X509KeyUsageFlags.DigitalSignature, ClientAuthentication, names => names.AddUri(spiffeId));

    /// <summary>TLS client with any number of URI names, for trying what is refused.</summary>
    public static SampleProfile CallerWith(string? purpose, params Uri[] uris) => new(
        X509KeyUsageFlags.DigitalSignature, purpose, uris.Length == 0 ? null : names =>
            Array.ForEach(uris, names.AddUri));

    /// <summary>TLS client's purpose.</summary>
    public static string ClientPurpose => ClientAuthentication;

    /// <summary>Adds the profile's extensions to a request.</summary>
    public void Apply(CertificateRequest request)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: Usage.HasFlag(X509KeyUsageFlags.KeyCertSign), hasPathLengthConstraint: false,
            pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(Usage, critical: true));
        if (Purpose is not null)
            request.CertificateExtensions.Add(
                new X509EnhancedKeyUsageExtension(
                    [new Oid(Purpose)], critical: Purpose is DocumentSigning or TimeStamping));
        if (Names is null)
            return;

        var names = new SubjectAlternativeNameBuilder();
        Names(names);
        request.CertificateExtensions.Add(names.Build());
    }
}
