using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Clearance;
using Gateway.Server.Pki;

namespace Gateway.Server.Clearances;

/// <summary>Reads the keys of clearance certificates, and holds them to the trust list.</summary>
internal static class ClearanceKeyFiles
{
    /// <summary>The files that they are in.</summary>
    public static IReadOnlyList<string> Files(PkiOptions options)
    {
        string[] units = options.UnitEncryption.Length == 0
            ? []
            :
            [
                options.UnitEncryption + ".pem", Scheduled.NextOf(options.UnitEncryption) + ".pem",
                Scheduled.MomentFile(options.UnitEncryption),
            ];
        return
        [
            .. PemFiles.FilesOf(options.ClearanceSigning),
            .. PemFiles.FilesOf(Scheduled.NextOf(options.ClearanceSigning)),
            Scheduled.MomentFile(options.ClearanceSigning), .. units, .. options.ClearanceRoots, options.TrustList,
        ];
    }

    /// <summary>Reads everything that <paramref name="options"/> names.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">Their names.</param>
    /// <param name="before">The keys in force; null at the start.</param>
    /// <param name="validity">How long a certificate counts.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="InvalidDataException">Something is missing or wrong: a file, a key on another curve, a trust
    /// list that no root signed, that is older than the one in force, or that lacks a key.</exception>
    public static ClearanceKeys Load(
        FileSnapshot files, PkiOptions options, ClearanceKeys? before, TimeSpan validity, DateTimeOffset now)
    {
        using var made = new Unkept();
        var roots = options.ClearanceRoots.SelectMany(file => made.Add(PemFiles.LoadCertificates(files, file))).ToList();
        var file = files.Bytes(options.TrustList).ToArray();
        var trustList = TrustList.Read(
            file, [.. roots.Select(root => (ReadOnlyMemory<byte>)root.PublicKey.ExportSubjectPublicKeyInfo())]);
        if (before is not null && !trustList.CanReplace(before.TrustList))
            throw new InvalidDataException(
                $"'{options.TrustList}' is older than the trust list in force, which has number "
                + $"{before.TrustList.Number}.");

        var pairs = Scheduled.Load(
            files, options.ClearanceSigning, PemFiles.FilesOf, name => made.Add(PemFiles.LoadKeyPair(files, name)),
            pair => pair.Certificate);
        pairs.At(now).CheckDates(now);
        var signing = pairs.Map(
            pair => new ClearanceSigningKey(pair.Certificate, made.Add(SignerOf(pair.Certificate))));
        new TrustedSigningKeys(trustList, options, validity).Check(signing, before, now);
        var units = LoadUnits(files, options, made, now);
        return made.Keep(new ClearanceKeys(signing, units, roots, trustList, file));
    }

    private static Scheduled<UnitEncryptionKey>? LoadUnits(
        FileSnapshot files, PkiOptions options, Unkept made, DateTimeOffset now)
    {
        if (options.UnitEncryption.Length == 0)
            return null;
        var units = Scheduled.Load(
            files, options.UnitEncryption, name => [name + ".pem"],
            name => made.Add(PemFiles.LoadCertificates(files, name + ".pem"))[0], certificate => certificate);
        CertificateDates.Check(units.At(now), now);
        return units.Map(certificate => new UnitEncryptionKey(
            certificate, Reading(certificate, () => UnitKey.FromCertificate(certificate))));
    }

    private static EcdsaClearanceSigner SignerOf(X509Certificate2 certificate) => Reading(certificate, () =>
        new EcdsaClearanceSigner(certificate.GetECDsaPrivateKey()
            ?? throw new CryptographicException("it has no ECDSA key.")));

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
