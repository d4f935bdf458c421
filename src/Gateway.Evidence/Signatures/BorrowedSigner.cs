using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>A signer that belongs to somebody else: disposing of it gives it back, once. Thread-safe.</summary>
/// <param name="signer">The signer.</param>
/// <param name="giveBack">Told when it is no longer used.</param>
public sealed class BorrowedSigner(IBatchSigner signer, Action giveBack) : IBatchSigner
{
    private Action? _giveBack = giveBack;

    /// <inheritdoc/>
    public X509Certificate2 Certificate => signer.Certificate;

    /// <inheritdoc/>
    public IReadOnlyList<X509Certificate2> Issuers => signer.Issuers;

    /// <summary>A source that has one signer for all times, which remains whoever's it is.</summary>
    public static BatchSignerSource Always(IBatchSigner signer) => _ => new BorrowedSigner(signer, () => { });

    /// <inheritdoc/>
    public byte[] Sign(Batch batch, DateTimeOffset signingTime) => signer.Sign(batch, signingTime);

    /// <inheritdoc/>
    public byte[] Sign(NoteKeyAnnouncement announcement, DateTimeOffset signingTime) =>
        signer.Sign(announcement, signingTime);

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();
}
