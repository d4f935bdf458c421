using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>The signing certificates that were found to lead to one of the roots. Thread-safe.</summary>
internal sealed class TrustedSigners(X509Certificate2Collection roots, X509Certificate2Collection issuers)
{
    /// <summary>How many issuers are used at most.</summary>
    internal const int MaxIssuers = 64;

    /// <summary>More than a gateway has in years; one past it is checked anew each time.</summary>
    internal const int MaxKept = 64;

    private volatile X509Certificate2Collection _issuers = issuers;
    private readonly ConcurrentDictionary<string, (KnownSigner Signer, SignerChain Chain)> _kept = new();

    /// <summary>Trusts the self-issued certificates of what is given, and uses the others on the way to them; further
    /// issuers too.</summary>
    internal static TrustedSigners Of(
        X509Certificate2Collection signingRoots, X509Certificate2Collection? furtherIssuers = null)
    {
        var selfIssued = signingRoots.ToLookup(certificate =>
            certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData));
        return new TrustedSigners([.. selfIssued[true]], [.. selfIssued[false], .. furtherIssuers ?? []]);
    }

    /// <summary>How many are kept.</summary>
    internal int Kept => _kept.Count;

    /// <summary>Uses further issuers on the way to a root. They are not trusted by themselves.</summary>
    /// <returns>Whether one of them was not known.</returns>
    internal bool Learn(IReadOnlyList<X509Certificate2> further)
    {
        lock (_kept)
        {
            var unknown = further.Where(one => !_issuers.Contains(one)).Take(MaxIssuers - _issuers.Count).ToList();
            _issuers = [.. _issuers, .. unknown];
            return unknown.Count > 0;
        }
    }

    /// <summary>Checks a signature and the way from its certificate to a root, dates excepted.</summary>
    /// <exception cref="EvidenceException">One of the two fails.</exception>
    internal (KnownSigner Signer, SignerChain Chain) Check(
        CmsSignature read, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> content)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(read.Certificate.Span));
        if (_kept.TryGetValue(name, out var kept))
        {
            kept.Signer.CheckSignature(read, signature, content);
            return kept;
        }

        // A stranger's certificate is not kept before it is known to lead to a root.
        var signer = KnownSigner.Load(read.Certificate.Span);
        signer.CheckSignature(read, signature, content);
        var found = (signer, SignerChain.Build(signer.Certificate, roots, _issuers));
        return _kept.Count < MaxKept ? _kept.GetOrAdd(name, found) : found;
    }
}
