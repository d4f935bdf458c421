using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Clearances;

namespace Gateway.Server.Pki;

/// <summary>
/// The certificates and keys in force, read and checked as a whole. Immutable; a rotation makes a new one.
/// </summary>
/// <param name="ServerContext">TLS server certificate, its key and chain.</param>
/// <param name="ServerCertificate">TLS server certificate.</param>
/// <param name="SigningCertificate">Certificate that answers are signed with, and its key.</param>
/// <param name="SigningIssuers">Its issuers up to, but without, the root.</param>
/// <param name="ClientAuthorities">Authorities whose callers may connect.</param>
/// <param name="Clearance">Keys of clearance certificates.</param>
internal sealed record GatewayPki(
    SslStreamCertificateContext ServerContext,
    X509Certificate2 ServerCertificate,
    X509Certificate2 SigningCertificate,
    IReadOnlyList<X509Certificate2> SigningIssuers,
    ClientAuthorities ClientAuthorities,
    ClearanceKeys Clearance)
{
    /// <summary>Reads everything that <paramref name="options"/> names.</summary>
    /// <exception cref="InvalidDataException">
    /// Something is missing or wrong; the message tells every fault at once.
    /// </exception>
    public static GatewayPki Load(PkiOptions options, TimeProvider time)
    {
        var faults = new List<string>();
        var server = Try(() => PemFiles.LoadKeyPair(options.Directory, options.Server), faults);
        var signing = Try(() => PemFiles.LoadKeyPair(options.Directory, options.Signing), faults);
        foreach (var pair in new[] { server, signing })
            CheckDates(pair?.Certificate, time.GetUtcNow(), faults);
        var authorities = options.ClientAuthorities
            .Select(authority => Try(
                () => PemFiles.LoadRoots(options.Directory, authority.File)
                    .Select(root => (root, authority.TrustDomain)).ToList(),
                faults))
            .ToList();
        var clearance = Try(() => ClearanceKeys.Load(options, time.GetUtcNow()), faults);
        foreach (var certificate in new[] { clearance?.Certificate, clearance?.UnitCertificate })
            CheckDates(certificate, time.GetUtcNow(), faults);
        if (faults.Count > 0 || server is null || signing is null || clearance is null)
            throw new InvalidDataException("Certificates or keys cannot be used: " + string.Join(" | ", faults));

        return new GatewayPki(
            SslStreamCertificateContext.Create(server.Certificate, [.. server.Issuers], offline: true),
            server.Certificate,
            signing.Certificate,
            signing.Issuers,
            new ClientAuthorities(authorities.SelectMany(a => a!), time),
            clearance);
    }

    private static void CheckDates(X509Certificate2? certificate, DateTimeOffset now, List<string> faults)
    {
        if (certificate is not null && (now < certificate.NotBefore || now >= certificate.NotAfter))
            faults.Add($"The certificate '{certificate.Subject}' is valid from {certificate.NotBefore:u} to {certificate.NotAfter:u}.");
    }

    private static T? Try<T>(Func<T> load, List<string> faults) where T : class
    {
        try
        {
            return load();
        }
        catch (InvalidDataException e)
        {
            faults.Add(e.Message);
            return null;
        }
    }
}
