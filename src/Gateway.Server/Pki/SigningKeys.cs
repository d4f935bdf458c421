using System.Security.Cryptography;
using Gateway.Evidence;

namespace Gateway.Server.Pki;

/// <summary>
/// The key that signs answers, and the one that is announced to take its place. Immutable; disposed of when nobody signs
/// with it any more.
/// </summary>
internal sealed class SigningKeys : IDisposable
{
    private SigningKeys(Scheduled<IBatchSigner> signers) => Signers = signers;

    /// <summary>The signers.</summary>
    public Scheduled<IBatchSigner> Signers { get; }

    /// <summary>The files that they are in.</summary>
    public static IReadOnlyList<string> Files(PkiOptions options) =>
    [
        .. PemFiles.FilesOf(options.Signing), .. PemFiles.FilesOf(Scheduled.NextOf(options.Signing)),
        Scheduled.MomentFile(options.Signing),
    ];

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="InvalidDataException">One cannot be used; the message says why.</exception>
    public static SigningKeys Load(FileSnapshot files, PkiOptions options, DateTimeOffset now)
    {
        using var made = new Unkept();
        var pairs = Scheduled.Load(
            files, options.Signing, PemFiles.FilesOf, name => made.Add(PemFiles.LoadKeyPair(files, name)),
            pair => pair.Certificate);
        foreach (var pair in pairs.All)
            pair.CheckChain();
        CheckDates(pairs, now);
        return made.Keep(new SigningKeys(pairs.Map<IBatchSigner>(pair => made.Add(SignerOf(pair)))));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var signer in Signers.All)
        {
            signer.Dispose();
            new KeyPair(signer.Certificate, signer.Issuers).Dispose();
        }
    }

    private static void CheckDates(Scheduled<KeyPair> pairs, DateTimeOffset now)
    {
        pairs.At(now).CheckDates(now);
        if (pairs.Next is { } next && pairs.From is { } from)
            next.CheckDates(from > now ? from : now);
    }

    private static CertificateBatchSigner SignerOf(KeyPair pair)
    {
        try
        {
            return new CertificateBatchSigner(pair.Certificate, pair.Issuers);
        }
        catch (Exception e) when (e is EvidenceException or CryptographicException or ArgumentException)
        {
            throw new InvalidDataException($"'{pair.Certificate.Subject}' cannot sign answers: {e.Message}", e);
        }
    }
}
