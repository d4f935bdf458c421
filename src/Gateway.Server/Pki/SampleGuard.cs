using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>Keeps the sample PKI out of Production.</summary>
internal static class SampleGuard
{
    /// <summary>Refuses a set with a sample certificate in it.</summary>
    /// <exception cref="InvalidDataException">It names each sample certificate.</exception>
    public static void Check(GatewayPki pki) => Check(
    [
        pki.ServerCertificate, pki.SigningCertificate, .. pki.ClientAuthorities.Roots,
        pki.Clearance.Certificate, pki.Clearance.UnitCertificate, .. pki.Clearance.Roots,
    ]);

    /// <summary>Refuses certificates with a sample one among them.</summary>
    /// <exception cref="InvalidDataException">It names each sample certificate.</exception>
    public static void Check(IEnumerable<X509Certificate2?> all)
    {
        var samples = all.OfType<X509Certificate2>().Where(SamplePki.Issued).Select(certificate => certificate.Subject).ToList();
        if (samples.Count > 0)
            throw new InvalidDataException(
                "Sample certificates are not taken in Production: " + string.Join(" | ", samples));
    }
}
