using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>
/// The authorities whose callers may connect: the gateway's own trust store, never the machine's. Immutable,
/// thread-safe.
/// </summary>
internal sealed class ClientAuthorities
{
    private static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");
    private readonly X509Certificate2Collection _roots = [];
    private readonly Dictionary<string, string> _trustDomains = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<X509Certificate2, X509Certificate2> _accepted = [];
    private readonly TimeProvider _time;

    public ClientAuthorities(IEnumerable<(X509Certificate2 Root, string TrustDomain)> authorities, TimeProvider time)
    {
        _time = time;
        foreach (var (root, trustDomain) in authorities)
        {
            if (!_trustDomains.TryAdd(root.Thumbprint, trustDomain) && _trustDomains[root.Thumbprint] != trustDomain)
                throw new InvalidDataException($"The authority '{root.Subject}' is given two trust domains.");
            _roots.Add(root);
        }
    }

    /// <summary>The root certificates.</summary>
    public IReadOnlyList<X509Certificate2> Roots => [.. _roots];

    /// <summary>
    /// A policy for the chain that TLS builds before <see cref="Accepts"/> is asked. Without it the platform would fetch
    /// whatever address a stranger's certificate names.
    /// </summary>
    public X509ChainPolicy HandshakePolicy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(_roots);
        return policy;
    }

    /// <summary>
    /// Whether a peer's certificate chains to an authority, is for client authentication, and is valid now (RFC 5280,
    /// section 6).
    /// </summary>
    /// <param name="certificate">The peer's certificate; null where it sent none.</param>
    /// <param name="sent">The chain that TLS built, whose extra certificates the peer sent.</param>
    public bool Accepts(X509Certificate? certificate, X509Chain? sent)
    {
        if (certificate is not X509Certificate2 leaf || RootOf(leaf, sent?.ChainPolicy.ExtraStore) is not { } root)
            return false;

        _accepted.AddOrUpdate(leaf, root);
        return true;
    }

    /// <summary>
    /// The trust domain that the authority of an accepted certificate may name; null where it was not accepted.
    /// </summary>
    public string? TrustDomainOf(X509Certificate2 certificate) =>
        _accepted.TryGetValue(certificate, out var root) ? _trustDomains[root.Thumbprint] : null;

    private X509Certificate2? RootOf(X509Certificate2 certificate, X509Certificate2Collection? intermediates)
    {
        using var chain = new X509Chain();
        var policy = HandshakePolicy();
        chain.ChainPolicy = policy;
        policy.ApplicationPolicy.Add(ClientAuthentication);
        policy.VerificationTime = _time.GetUtcNow().LocalDateTime;
        if (intermediates is not null)
            policy.ExtraStore.AddRange(intermediates);

        var root = chain.Build(certificate) && IsForClients(certificate) ? chain.ChainElements[^1].Certificate : null;
        return root is not null && _trustDomains.ContainsKey(root.Thumbprint) ? root : null;
    }

    // A chain build takes a certificate without the extension as good for every purpose; a caller's certificate has to
    // say it.
    private static bool IsForClients(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .Any(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == ClientAuthentication.Value));
}
