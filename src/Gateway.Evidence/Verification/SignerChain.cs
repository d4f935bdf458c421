using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>A signing certificate's way to a root, found once, and the time in which all of it is valid.
/// Immutable.</summary>
/// <param name="Issuers">The certificates between the signing certificate and the root, in order.</param>
/// <param name="NotBefore">When the last of the chain becomes valid.</param>
/// <param name="NotAfter">When the first of the chain ceases to be valid.</param>
internal sealed record SignerChain(
    IReadOnlyList<X509Certificate2> Issuers,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter)
{
    /// <summary>Builds the chain (RFC 5280, section 6) to one of the roots, whatever the machine itself trusts, and
    /// without asking the network. Dates are left to <see cref="CheckDates"/>, because they are to hold at each
    /// verification.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.Chain"/>.</exception>
    internal static SignerChain Build(
        X509Certificate2 certificate,
        X509Certificate2Collection roots,
        X509Certificate2Collection issuers,
        string purpose = CmsOids.DocumentSigning)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(issuers);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(purpose));
        if (!chain.Build(certificate))
            throw Refused(chain);

        var whole = chain.ChainElements.Select(element => element.Certificate).ToList();
        return new SignerChain(
            [.. whole.Skip(1).SkipLast(1).Select(issuer => X509CertificateLoader.LoadCertificate(issuer.RawData))],
            whole.Max(each => new DateTimeOffset(each.NotBefore)),
            whole.Min(each => new DateTimeOffset(each.NotAfter)));
    }

    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.Dates"/>.</exception>
    internal void CheckDates(DateTimeOffset now)
    {
        if (now < NotBefore || now > NotAfter)
        {
            throw new EvidenceException(
                EvidenceCheck.Dates,
                $"Signing certificate refused: it is {now:u}, and its chain is valid {NotBefore:u} to {NotAfter:u}.");
        }
    }

    private static EvidenceException Refused(X509Chain chain)
    {
        var problems = string.Join(", ", chain.ChainStatus.Select(status => status.Status).Distinct());
        return new EvidenceException(
            EvidenceCheck.Chain, $"Signing certificate refused: it does not lead to a given root ({problems}).");
    }
}
