using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Pki;

namespace Gateway.Server.Callers;

/// <summary>
/// Whose callers may connect, and who they are: authorities, their revocation lists and the access policy, read and
/// checked together. Immutable, thread-safe.
/// </summary>
/// <param name="Authorities">Authorities whose callers may connect.</param>
/// <param name="Lists">What they revoked.</param>
/// <param name="Policy">Which SPIFFE ids are callers.</param>
/// <param name="Grace">How long callers of an authority whose list is overdue may call.</param>
/// <param name="Notes">What was left out, for people.</param>
internal sealed record CallerTrust(
    ClientAuthorities Authorities,
    RevocationLists Lists,
    AccessPolicy Policy,
    TimeSpan Grace,
    IReadOnlyList<string> Notes) : IDisposable
{
    /// <summary>The files that it is in.</summary>
    public static IReadOnlyList<string> Files(PkiOptions options) =>
    [
        .. options.ClientAuthorities.Select(authority => authority.File),
        .. options.ClientAuthorities.Select(authority => authority.RevocationList).Where(file => file.Length > 0),
        PolicyFile(options),
    ];

    /// <summary>Reads and checks it.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">Their names.</param>
    /// <param name="numbers">What no revocation list may go back behind; raised where the lists are taken.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="InvalidDataException">It cannot be used; the message says why.</exception>
    public static CallerTrust Load(
        FileSnapshot files, PkiOptions options, RevocationNumbers numbers, TimeProvider time)
    {
        using var made = new Unkept();
        var bundles = options.ClientAuthorities
            .Select(one => new AuthorityBundle(one, made.Add(PemFiles.LoadRoots(files, one.File)))).ToList();
        var notes = new List<string>();
        var authorities = new ClientAuthorities(
            bundles.SelectMany(one => one.Certificates.Select(each => (each, one.Options.TrustDomain))), time);
        var policy = AccessPolicy.Read(files.Bytes(PolicyFile(options)), options.AccessPolicy);
        var lists = RevocationLists.Load(files, bundles, time.GetUtcNow(), notes);
        numbers.Check(lists);
        if (numbers.Raise(lists) is { } fault)
            notes.Add(fault);
        return made.Keep(new CallerTrust(authorities, lists, policy, options.RevocationGrace, notes));
    }

    /// <summary>The way of a certificate to a root, where it may connect; else null.</summary>
    /// <param name="leaf">The certificate.</param>
    /// <param name="sent">Certificates that may stand between.</param>
    public CallerChain? Admit(X509Certificate2 leaf, X509Certificate2Collection sent) =>
        Authorities.ChainOf(leaf, sent) is { } chain && !Lists.Revoke(chain) ? chain : null;

    /// <summary>Who shows a certificate.</summary>
    /// <param name="peer">The certificate, by a chain that was accepted once.</param>
    /// <param name="before">What was said of it before; null where nothing was.</param>
    public CallerIdentity Judge(Peer peer, CallerIdentity? before)
    {
        var chain = Authorities.Holds(peer.Chain) ? peer.Chain : Rebuild(peer);
        var domain = chain is null ? null : Authorities.TrustDomainOf(chain);
        var id = peer.Id?.TrustDomain == domain ? peer.Id : null;
        var identity = new CallerIdentity(
            peer.Certificate, peer.CertificateSha256, chain?.NotAfter ?? peer.Chain.NotAfter, id ?? before?.Id, null);
        if (chain is null)
            return identity with { Standing = CallerStanding.AuthorityLeft };
        if (Lists.Revoke(chain))
            return identity with { Standing = CallerStanding.Revoked };
        if (id is null)
            return identity with { Id = null, Standing = CallerStanding.Unknown };
        if (Policy.Denies(id))
            return identity with { Standing = CallerStanding.Denied };
        var caller = Policy.Find(id);
        return identity with
        {
            Caller = caller,
            ListDueTime = Lists.DueTime(chain),
            ListGrace = Grace,
            Standing = caller is null ? CallerStanding.Unknown : CallerStanding.Good,
        };
    }

    /// <inheritdoc />
    public void Dispose() => Authorities.Dispose();

    // The policy is beside the server unless a setting says otherwise; the other files are in the folder of the keys.
    private static string PolicyFile(PkiOptions options) => Path.GetFullPath(options.AccessPolicy);

    // The root is gone; one with the same key may have come in its place.
    private CallerChain? Rebuild(Peer peer)
    {
        var between = new X509Certificate2Collection();
        foreach (var certificate in peer.Chain.Between)
            between.Add(X509CertificateLoader.LoadCertificate(certificate));
        try
        {
            return Authorities.ChainOf(peer.Certificate, between);
        }
        finally
        {
            foreach (var certificate in between)
                certificate.Dispose();
        }
    }
}
