using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>What a certificate has to say so that its key may sign time stamps, apart from chain and dates.</summary>
internal static class AuthorityRules
{
    private const int MinRsaBits = 2048;
    private const int MinCurveBits = 256;

    /// <exception cref="TimeStampException"><see cref="TimeStampCheck.Purpose"/> or
    /// <see cref="TimeStampCheck.Algorithm"/>.</exception>
    /// <exception cref="CryptographicException">The key or an extension can't be read.</exception>
    internal static void Check(X509Certificate2 certificate)
    {
        if (!IsForTimeStampsOnly(certificate))
        {
            throw new TimeStampException(
                TimeStampCheck.Purpose,
                "Time stamp refused: the authority's certificate is not critically for time stamping alone.");
        }

        if (!IsStrong(certificate))
        {
            throw new TimeStampException(
                TimeStampCheck.Algorithm,
                "Time stamp refused: the authority's key is neither RSA of 2048 bits nor on a curve of 256.");
        }
    }

    private static bool IsForTimeStampsOnly(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToList() is [{ Critical: true } only]
        && only.EnhancedKeyUsages is [{ Value: CmsOids.TimeStamping }];

    private static bool IsStrong(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var curve = certificate.GetECDsaPublicKey();
        return rsa?.KeySize >= MinRsaBits || curve?.KeySize >= MinCurveBits;
    }
}
