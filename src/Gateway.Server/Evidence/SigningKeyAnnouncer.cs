using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Server.Pki;

namespace Gateway.Server.Evidence;

/// <summary>
/// Keeps the certificate of an announced signing key in the evidence log before its first use, and tells when answers
/// are signed with another one.
/// </summary>
internal sealed partial class SigningKeyAnnouncer(
    EvidenceLog.EvidenceLog log, PkiInForce pki, TimeProvider time, ILogger<SigningKeyAnnouncer> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private string _announced = "";
    private string _current = "";

    /// <summary>Looks once.</summary>
    public async Task LookAsync()
    {
        using var use = pki.Use();
        var signers = use.Pki.Signing.Signers;
        var now = time.GetUtcNow();
        if (signers.Next is { } next && Name(next) != _announced)
        {
            await log.KeepSignerAsync(next.Certificate, next.Issuers);
            LogAnnounced(Name(next), signers.From?.ToString("u") ?? "a moment that is not set yet");
            _announced = Name(next);
        }

        var current = Name(signers.At(now));
        if (_current.Length > 0 && _current != current)
            LogSwitched(current, _current);
        _current = current;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync();
            }
            catch (EvidenceUnavailableException)
            {
                // The log itself tells the cause, once an outage.
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string Name(IBatchSigner signer) =>
        signer.Certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256);

    [LoggerMessage(5111, LogLevel.Information, "The signing certificate {Sha256} is announced, for use from {From} on")]
    private partial void LogAnnounced(string sha256, string from);

    [LoggerMessage(5112, LogLevel.Information, "Answers are signed with certificate {Sha256} now, before with {Before}")]
    private partial void LogSwitched(string sha256, string before);
}
