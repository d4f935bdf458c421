using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Grpc.Core;

namespace Gateway.Client.Verification;

/// <summary>
/// Learns the issuers of a signing key that came into use while this client ran. The gateway's list of them is taken
/// unverified, because what it names is a way to a pinned root, or it is nothing. Thread-safe.
/// </summary>
internal sealed class SignerIssuers(CallInvoker unverified, EvidenceVerifier verifier, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private long? _lastTimestamp;
    private bool _lastLearned;

    /// <summary>Asks the gateway, unless it was asked a moment ago.</summary>
    /// <returns>Whether something was learned, so that it is worth verifying again.</returns>
    public async Task<bool> LearnAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_lastTimestamp is { } last && time.GetElapsedTime(last) < Pause)
                return _lastLearned;
            _lastLearned = await AskAsync().ConfigureAwait(false);
            _lastTimestamp = time.GetTimestamp();
            return _lastLearned;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private async Task<bool> AskAsync()
    {
        try
        {
            var evidence = new EvidenceService.EvidenceServiceClient(unverified);
            var list = await evidence.ListSigningCertificatesAsync(
                new ListSigningCertificatesRequest(), deadline: time.GetUtcNow().UtcDateTime + Patience)
                .ConfigureAwait(false);
            return verifier.LearnIssuers(
                [.. list.Certificates.SelectMany(one => one.Issuers).Select(
                    der => X509CertificateLoader.LoadCertificate(der.Span))]);
        }
        catch (Exception e) when (e is RpcException or CryptographicException)
        {
            return false;
        }
    }
}
