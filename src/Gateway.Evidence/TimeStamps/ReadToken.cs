using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.X509;

namespace Gateway.Evidence;

/// <summary>A TimeStampToken (RFC 3161, section 2.4.2) that was read; nothing of it is verified yet.</summary>
internal sealed class ReadToken
{
    private static readonly HashSet<string> Digests = [CmsOids.Sha256, CmsOids.Sha384, CmsOids.Sha512];

    private readonly TimeStampToken _token;
    private readonly SignerInformation _signer;

    private ReadToken(byte[] bytes)
    {
        // This way, other than by the token's own, bytes behind it are refused.
        var content = ContentInfo.GetInstance(Asn1Object.FromByteArray(bytes));
        _token = new TimeStampToken(content);
        _signer = new CmsSignedData(content).GetSignerInfos().GetSigners().Single();
        Bytes = bytes;
        Certificates = [.. _token.GetCertificates().EnumerateMatches(null)
            .Select(each => X509CertificateLoader.LoadCertificate(each.GetEncoded()))];
        Time = new DateTimeOffset(DateTime.SpecifyKind(_token.TimeStampInfo.GenTime, DateTimeKind.Utc));
        Policy = _token.TimeStampInfo.Policy;
    }

    /// <summary>As it came.</summary>
    internal byte[] Bytes { get; }

    /// <summary>Certificates that came in it, of whomever.</summary>
    internal X509Certificate2Collection Certificates { get; }

    internal DateTimeOffset Time { get; }

    internal string Policy { get; }

    internal BigInteger? Nonce => _token.TimeStampInfo.Nonce;

    /// <exception cref="TimeStampException"><see cref="TimeStampCheck.Form"/>.</exception>
    internal static ReadToken Read(ReadOnlyMemory<byte> token) =>
        Try(TimeStampCheck.Form, "it is not a token of RFC 3161", () => new ReadToken(token.ToArray()));

    /// <summary>Whether it is over a SHA-256 digest.</summary>
    internal bool IsOver(ReadOnlySpan<byte> digest) =>
        _token.TimeStampInfo.MessageImprintAlgOid == CmsOids.Sha256
        && digest.SequenceEqual(_token.TimeStampInfo.GetMessageImprintDigest());

    /// <summary>The certificate that the signer's name and serial number mean.</summary>
    /// <exception cref="TimeStampException"><see cref="TimeStampCheck.Certificate"/>: it can't be read.</exception>
    internal X509Certificate2? SignerAmong(X509Certificate2Collection certificates) => Try(
        TimeStampCheck.Certificate,
        "a certificate can't be read",
        () => certificates.FirstOrDefault(each => _token.SignerID.Match(Parse(each))));

    /// <exception cref="TimeStampException"><see cref="TimeStampCheck.Algorithm"/>,
    /// <see cref="TimeStampCheck.Signature"/> or <see cref="TimeStampCheck.Certificate"/>.</exception>
    internal void CheckSignature(X509Certificate2 signer)
    {
        Require(
            TimeStampCheck.Algorithm,
            "it is signed over a digest other than SHA-2",
            () => Digests.Contains(_signer.DigestAlgorithmID.Algorithm.Id));
        // By the key, not by the certificate: the library would want that to be valid at the time that the signer says it
        // signed, which is not the one that counts.
        Require(
            TimeStampCheck.Signature,
            "its signature does not verify",
            () => _signer.Verify(Parse(signer).GetPublicKey()));
        Require(
            TimeStampCheck.Certificate,
            "it names another certificate than it is signed with",
            () => CertificateIds.Name(_signer.SignedAttributes, signer));
    }

    private static void Require(TimeStampCheck check, string problem, Func<bool> holds)
    {
        if (!Try(check, problem, holds))
            throw new TimeStampException(check, $"Time stamp refused: {problem}.");
    }

    private static T Try<T>(TimeStampCheck check, string problem, Func<T> read)
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // The library says by exceptions of many kinds that bytes are not what they should be.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new TimeStampException(check, $"Time stamp refused: {problem}.", exception);
        }
    }

    private static Org.BouncyCastle.X509.X509Certificate Parse(X509Certificate2 certificate) =>
        new X509CertificateParser().ReadCertificate(certificate.RawData);
}
