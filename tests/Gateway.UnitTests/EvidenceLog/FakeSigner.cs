using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;
using Gateway.UnitTests.Evidence;

namespace Gateway.UnitTests.EvidenceLog;

/// <summary>A real signer that can be made to fail, or to wait.</summary>
internal sealed class FakeSigner : IBatchSigner
{
    private readonly CertificateBatchSigner _signer = SomePki.Shared.Signer();
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private readonly SemaphoreSlim _entered = new(0);

    internal volatile bool Fails;

    public X509Certificate2 Certificate => _signer.Certificate;

    public IReadOnlyList<X509Certificate2> Issuers => _signer.Issuers;

    public byte[] Sign(Batch batch, DateTimeOffset signingTime)
    {
        _entered.Release();
        _open.Wait();
        return Fails ? throw new CryptographicException("The token is gone.") : _signer.Sign(batch, signingTime);
    }

    public byte[] Sign(NoteKeyAnnouncement announcement, DateTimeOffset signingTime) =>
        _signer.Sign(announcement, signingTime);

    /// <summary>From now on each signature waits for <see cref="Release"/>.</summary>
    internal void Hold() => _open.Reset();

    internal void Release() => _open.Set();

    /// <summary>Waits until the sealing thread is about to sign.</summary>
    internal Task Entered() => _entered.WaitAsync();

    public void Dispose()
    {
        _signer.Dispose();
        _open.Dispose();
        _entered.Dispose();
    }
}
