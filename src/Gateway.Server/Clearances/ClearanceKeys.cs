using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Clearance;
using Gateway.Server.Pki;

namespace Gateway.Server.Clearances;

/// <summary>
/// The keys of the certificates, which are not those of the answers, read and checked as a whole. Immutable,
/// thread-safe.
/// </summary>
/// <param name="Certificate">Certificate of the key that signs codes and revocation lists.</param>
/// <param name="Signer">That key.</param>
/// <param name="UnitCertificate">Certificate of the traffic units' key; null where holders are not put into
/// codes.</param>
/// <param name="Unit">That key; null as <paramref name="UnitCertificate"/>.</param>
/// <param name="Roots">Certificates of the roots that verifiers have pinned.</param>
/// <param name="TrustList">The trust list in force.</param>
/// <param name="TrustListFile">The same, as a file.</param>
internal sealed record ClearanceKeys(
    X509Certificate2 Certificate,
    IClearanceSigner Signer,
    X509Certificate2? UnitCertificate,
    UnitKey? Unit,
    IReadOnlyList<X509Certificate2> Roots,
    TrustList TrustList,
    ReadOnlyMemory<byte> TrustListFile)
{
    /// <summary>Reads everything that <paramref name="options"/> names.</summary>
    /// <exception cref="InvalidDataException">Something is missing or wrong: a file, a key on another curve, a trust
    /// list that no root signed or that lacks the key.</exception>
    public static ClearanceKeys Load(PkiOptions options, DateTimeOffset now)
    {
        var pair = PemFiles.LoadKeyPair(options.Directory, options.ClearanceSigning);
        var signer = SignerOf(pair.Certificate);
        var roots = options.ClearanceRoots
            .SelectMany(file => PemFiles.LoadCertificates(options.Directory, file)).ToList();
        var file = PemFiles.LoadBytes(options.Directory, options.TrustList);
        var trustList = TrustList.Read(
            file, [.. roots.Select(root => (ReadOnlyMemory<byte>)root.PublicKey.ExportSubjectPublicKeyInfo())]);
        CheckTrusted(trustList, signer, options, now);
        var unit = options.UnitEncryption.Length == 0
            ? null
            : PemFiles.LoadCertificates(options.Directory, options.UnitEncryption + ".pem")[0];
        return new ClearanceKeys(
            pair.Certificate, signer, unit, unit is null ? null : UnitKeyOf(unit), roots, trustList, file);
    }

    private static EcdsaClearanceSigner SignerOf(X509Certificate2 certificate) => Reading(certificate, () =>
        new EcdsaClearanceSigner(certificate.GetECDsaPrivateKey()
            ?? throw new CryptographicException("it has no ECDSA key.")));

    private static UnitKey UnitKeyOf(X509Certificate2 certificate) =>
        Reading(certificate, () => UnitKey.FromCertificate(certificate));

    private static void CheckTrusted(
        TrustList trustList, EcdsaClearanceSigner signer, PkiOptions options, DateTimeOffset now)
    {
        const KeyUses Needed = KeyUses.Certificates | KeyUses.RevocationLists;
        var isTrusted = trustList.Keys.Any(key =>
            key.PublicKey.Span.SequenceEqual(signer.PublicKey.Span) && (key.Uses & Needed) == Needed
            && key.IsValidAt(now));
        if (!isTrusted)
            throw new InvalidDataException(
                $"'{options.TrustList}' does not name the key of '{options.ClearanceSigning}' for certificates and "
                + "revocation lists of today: nobody could verify what it signs.");
    }

    private static T Reading<T>(X509Certificate2 certificate, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new InvalidDataException($"The key of '{certificate.Subject}' cannot be used: {e.Message}", e);
        }
    }
}
