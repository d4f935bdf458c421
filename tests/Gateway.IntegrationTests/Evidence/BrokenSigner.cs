using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.IntegrationTests.Evidence;

/// <summary>A signer that fails or waits when it is told to, as an HSM does.</summary>
internal sealed class BrokenSigner : IDisposable
{
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private int _failures;

    /// <summary>Whether the next signature fails.</summary>
    public volatile bool IsBroken;

    /// <summary>How many signatures fail from now on, before it is whole again.</summary>
    public void FailNext(int count) => _failures = count;

    /// <summary>Lets signatures wait.</summary>
    public void Hold() => _open.Reset();

    /// <summary>Lets them go on.</summary>
    public void Release() => _open.Set();

    /// <inheritdoc />
    public void Dispose() => _open.Dispose();

    /// <summary>Puts this in front of the gateway's own signer.</summary>
    public void Wrap(IServiceCollection services)
    {
        var own = services.Single(service => service.ServiceType == typeof(BatchSignerSource));
        services.Remove(own);
        services.AddSingleton<BatchSignerSource>(provider =>
        {
            var signers = (BatchSignerSource)own.ImplementationFactory!(provider);
            return now => new Wrapped(this, signers(now));
        });
    }

    private sealed class Wrapped(BrokenSigner control, IBatchSigner inner) : IBatchSigner
    {
        public X509Certificate2 Certificate => inner.Certificate;

        public IReadOnlyList<X509Certificate2> Issuers => inner.Issuers;

        public byte[] Sign(Batch batch, DateTimeOffset signingTime)
        {
            control._open.Wait();
            if (control.IsBroken || Interlocked.Decrement(ref control._failures) >= 0)
                throw new CryptographicException("token removed");
            return inner.Sign(batch, signingTime);
        }

        public byte[] Sign(NoteKeyAnnouncement announcement, DateTimeOffset signingTime) =>
            inner.Sign(announcement, signingTime);

        public void Dispose() => inner.Dispose();
    }
}
