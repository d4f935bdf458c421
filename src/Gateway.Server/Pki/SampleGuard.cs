using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>Keeps the sample PKI out of Production.</summary>
internal static class SampleGuard
{
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
