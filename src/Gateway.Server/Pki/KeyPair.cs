using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>A certificate with its private key, and its issuers in order without the root.</summary>
internal sealed record KeyPair(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Issuers) : IDisposable
{
    /// <summary>Refuses a certificate that is not valid at a moment.</summary>
    /// <exception cref="InvalidDataException">It says when it is valid.</exception>
    public void CheckDates(DateTimeOffset moment) => CertificateDates.Check(Certificate, moment);

    /// <summary>Refuses issuers that do not lead up from the certificate.</summary>
    /// <exception cref="InvalidDataException">It says which.</exception>
    public void CheckChain()
    {
        var below = Certificate;
        foreach (var issuer in Issuers)
        {
            if (!below.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData))
                throw new InvalidDataException(
                    $"'{issuer.Subject}' in the chain of '{Certificate.Subject}' did not issue '{below.Subject}'.");
            below = issuer;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Certificate.Dispose();
        foreach (var issuer in Issuers)
            issuer.Dispose();
    }
}
