using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>A certificate as a revocation list names it.</summary>
/// <param name="AuthorityId">The authority that issued it.</param>
/// <param name="Serial">Its serial number, hex.</param>
internal sealed record IssuedCertificate(string AuthorityId, string Serial);

/// <summary>The way from a caller's certificate to its root, as it was found at the handshake. Immutable.</summary>
/// <param name="Between">The certificates between the two, DER.</param>
/// <param name="RootSha256">SHA-256 of the root, hex.</param>
/// <param name="NotAfter">When the first of them all ceases to be valid.</param>
/// <param name="Issued">All but the root, as revocation lists name them.</param>
internal sealed record CallerChain(
    IReadOnlyList<byte[]> Between,
    string RootSha256,
    DateTimeOffset NotAfter,
    IReadOnlyList<IssuedCertificate> Issued)
{
    /// <summary>Takes what is needed of a chain that was built.</summary>
    public static CallerChain Of(X509Chain chain)
    {
        var all = chain.ChainElements.Select(element => element.Certificate).ToList();
        return new CallerChain(
            [.. all.Skip(1).SkipLast(1).Select(certificate => certificate.RawData)],
            all[^1].GetCertHashString(HashAlgorithmName.SHA256),
            all.Min(certificate => new DateTimeOffset(certificate.NotAfter)),
            [.. all.Zip(all.Skip(1), (below, above) => new IssuedCertificate(AuthorityId.Of(above), below.SerialNumber))]);
    }
}
