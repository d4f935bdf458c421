using System.Security.Cryptography.X509Certificates;
using Gateway.Clearance;

namespace Gateway.Server.Clearances;

/// <summary>A key that signs codes and revocation lists.</summary>
/// <param name="Certificate">Its certificate.</param>
/// <param name="Signer">The key.</param>
internal sealed record ClearanceSigningKey(X509Certificate2 Certificate, IClearanceSigner Signer);

/// <summary>A key of the traffic units.</summary>
/// <param name="Certificate">Its certificate.</param>
/// <param name="Key">The key.</param>
internal sealed record UnitEncryptionKey(X509Certificate2 Certificate, UnitKey Key);

/// <summary>
/// The keys of the certificates, which are not those of the answers, read and checked as a whole. Immutable,
/// thread-safe; disposed of when nobody signs with them any more.
/// </summary>
/// <param name="Signing">The keys that sign codes and revocation lists.</param>
/// <param name="Units">The traffic units' keys; null where holders are not put into codes.</param>
/// <param name="Roots">Certificates of the roots that verifiers have pinned.</param>
/// <param name="TrustList">The trust list in force.</param>
/// <param name="TrustListFile">The same, as a file.</param>
internal sealed record ClearanceKeys(
    Pki.Scheduled<ClearanceSigningKey> Signing,
    Pki.Scheduled<UnitEncryptionKey>? Units,
    IReadOnlyList<X509Certificate2> Roots,
    TrustList TrustList,
    ReadOnlyMemory<byte> TrustListFile) : IDisposable
{
    /// <summary>Verifies codes with the trust list in force.</summary>
    public ClearanceVerifier Verifier { get; } = new(TrustList, revocations: null);

    /// <summary>All certificates.</summary>
    public IEnumerable<X509Certificate2> Certificates =>
    [
        .. Signing.All.Select(key => key.Certificate), .. Units?.All.Select(key => key.Certificate) ?? [], .. Roots,
    ];

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var key in Signing.All)
            key.Signer.Dispose();
        foreach (var certificate in Certificates)
            certificate.Dispose();
    }
}
