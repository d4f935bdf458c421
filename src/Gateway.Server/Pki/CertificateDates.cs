using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>Holds certificates to the clock.</summary>
internal static class CertificateDates
{
    /// <summary>Refuses a certificate that is not valid at a moment.</summary>
    /// <exception cref="InvalidDataException">It says when it is valid.</exception>
    public static void Check(X509Certificate2 certificate, DateTimeOffset moment)
    {
        if (moment < certificate.NotBefore || moment >= certificate.NotAfter)
            throw new InvalidDataException(
                $"The certificate '{certificate.Subject}' is valid from {certificate.NotBefore.ToUniversalTime():u} to "
                + $"{certificate.NotAfter.ToUniversalTime():u}.");
    }
}
