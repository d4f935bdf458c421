using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>
/// The authorities whose callers may connect: the gateway's own trust store, never the machine's. Authorities below a
/// root may stand beside it; they are used on the way to it. Immutable, thread-safe.
/// </summary>
internal sealed class ClientAuthorities : IDisposable
{
    private static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");
    private readonly X509Certificate2Collection _roots = [];
    private readonly X509Certificate2Collection _below = [];
    private readonly Dictionary<string, string> _trustDomains = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    public ClientAuthorities(
        IEnumerable<(X509Certificate2 Certificate, string TrustDomain)> authorities, TimeProvider time)
    {
        _time = time;
        foreach (var (certificate, trustDomain) in authorities)
        {
            if (!certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData))
            {
                _below.Add(certificate);
                continue;
            }

            if (!_trustDomains.TryAdd(Name(certificate), trustDomain) && _trustDomains[Name(certificate)] != trustDomain)
                throw new InvalidDataException($"The authority '{certificate.Subject}' is given two trust domains.");
            _roots.Add(certificate);
        }
    }

    /// <summary>All certificates.</summary>
    public IEnumerable<X509Certificate2> Certificates => [.. _roots, .. _below];

    /// <summary>
    /// A policy for the chain that TLS builds before a certificate is looked at. Without it the platform would fetch
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
        policy.ExtraStore.AddRange(_below);
        return policy;
    }

    /// <summary>
    /// The way from a peer's certificate to one of the roots, where it is for client authentication and valid now
    /// (RFC 5280, section 6); else null.
    /// </summary>
    /// <param name="leaf">The peer's certificate.</param>
    /// <param name="sent">Certificates that may stand between.</param>
    public CallerChain? ChainOf(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        using var chain = new X509Chain();
        var policy = HandshakePolicy();
        chain.ChainPolicy = policy;
        policy.ApplicationPolicy.Add(ClientAuthentication);
        policy.VerificationTime = _time.GetUtcNow().LocalDateTime;
        policy.ExtraStore.AddRange(sent);
        if (!chain.Build(leaf) || !IsForClients(leaf))
            return null;

        var found = CallerChain.Of(chain);
        return Holds(found) ? found : null;
    }

    /// <summary>Whether the root of a chain is one of these.</summary>
    public bool Holds(CallerChain chain) => _trustDomains.ContainsKey(chain.RootSha256);

    /// <summary>The trust domain that callers below the root of a chain may name; null where it is none of
    /// these.</summary>
    public string? TrustDomainOf(CallerChain chain) => _trustDomains.GetValueOrDefault(chain.RootSha256);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var certificate in Certificates)
            certificate.Dispose();
    }

    private static string Name(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    // A chain build takes a certificate without the extension as good for every purpose; a caller's certificate has to
    // say it.
    private static bool IsForClients(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .Any(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == ClientAuthentication.Value));
}
