using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>
/// Verifies time stamps (RFC 3161) against roots that are given, whatever the machine itself trusts, and without asking
/// the network. Certificates count as of the time that the token names, so that it outlives them. Revocation is not
/// checked. Thread-safe.
/// </summary>
/// <param name="roots">Roots of the authorities; certificates in it that are not self-issued are used on the way to a
/// root, and are not trusted by themselves.</param>
public sealed class TimeStampVerifier(X509Certificate2Collection roots)
{
    private readonly ILookup<bool, X509Certificate2> _given = roots.ToLookup(certificate =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData));

    /// <summary>Verifies a token.</summary>
    /// <param name="token">The TimeStampToken, DER.</param>
    /// <param name="data">The bytes that it has to be over; for a batch those of its signature.</param>
    /// <param name="certificates">The authority's certificate and its issuers, where they were kept beside the token;
    /// null where the token has them. They are not trusted by themselves.</param>
    /// <exception cref="TimeStampException">The first check that fails.</exception>
    public VerifiedTimeStamp Verify(
        ReadOnlyMemory<byte> token, ReadOnlySpan<byte> data, X509Certificate2Collection? certificates = null) =>
        Verify(ReadToken.Read(token), data, certificates);

    internal VerifiedTimeStamp Verify(
        ReadToken token, ReadOnlySpan<byte> data, X509Certificate2Collection? certificates)
    {
        Span<byte> digest = stackalloc byte[Hex.DigestBytes];
        SHA256.HashData(data, digest);
        if (!token.IsOver(digest))
            throw new TimeStampException(TimeStampCheck.Imprint, "Time stamp refused: it is over other bytes.");

        X509Certificate2Collection beside = [.. token.Certificates, .. certificates ?? []];
        var signer = token.SignerAmong(beside)
            ?? throw new TimeStampException(
                TimeStampCheck.Certificate, "Time stamp refused: the authority's certificate is not there.");
        var chain = ChainOf(signer, beside);
        if (token.Time < chain.NotBefore || token.Time > chain.NotAfter)
        {
            throw new TimeStampException(
                TimeStampCheck.Dates,
                $"Time stamp refused: it is of {token.Time:u}, and the authority's chain is valid {chain.NotBefore:u} "
                + $"to {chain.NotAfter:u}.");
        }

        token.CheckSignature(signer);
        return new VerifiedTimeStamp(token.Bytes, token.Time, token.Policy, signer, chain.Issuers);
    }

    private SignerChain ChainOf(X509Certificate2 signer, X509Certificate2Collection beside)
    {
        try
        {
            AuthorityRules.Check(signer);
            return SignerChain.Build(signer, [.. _given[true]], [.. _given[false], .. beside], CmsOids.TimeStamping);
        }
        catch (EvidenceException exception)
        {
            throw new TimeStampException(
                TimeStampCheck.Chain,
                "Time stamp refused: the authority's certificate does not lead to a given root.",
                exception);
        }
        catch (CryptographicException exception)
        {
            throw new TimeStampException(
                TimeStampCheck.Certificate, "Time stamp refused: the authority's certificate can't be read.", exception);
        }
    }
}
