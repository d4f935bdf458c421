using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Pki;

namespace Gateway.Server.Callers;

/// <summary>Turns client certificates into callers. Thread-safe.</summary>
internal sealed class CallerDirectory(PkiInForce pki)
{
    private readonly ConditionalWeakTable<X509Certificate2, Peer> _peers = [];

    /// <summary>Whether a peer's certificate may connect.</summary>
    /// <param name="trust">What was in force when the handshake began.</param>
    /// <param name="certificate">The peer's certificate; null where it sent none.</param>
    /// <param name="sent">The chain that TLS built, whose extra certificates the peer sent.</param>
    public bool Admits(CallerTrust trust, X509Certificate? certificate, X509Chain? sent)
    {
        if (certificate is not X509Certificate2 leaf
            || trust.Admit(leaf, sent?.ChainPolicy.ExtraStore ?? []) is not { } chain)
            return false;

        _peers.AddOrUpdate(leaf, new Peer(leaf, chain));
        return true;
    }

    /// <summary>What the certificate of a connection says now.</summary>
    /// <exception cref="InvalidOperationException">No handshake accepted it.</exception>
    public CallerIdentity Identify(X509Certificate2 certificate) =>
        _peers.TryGetValue(certificate, out var peer)
            ? peer.IdentityUnder(pki)
            : throw new InvalidOperationException("A certificate that no handshake accepted reached a call.");
}
