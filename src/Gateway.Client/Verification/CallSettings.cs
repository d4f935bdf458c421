using System.Security.Cryptography;
using Gateway.Evidence;

namespace Gateway.Client.Verification;

/// <summary>What every call of a client has in common.</summary>
/// <param name="Verifier">Verifies evidence.</param>
/// <param name="CallerCertificateSha256">SHA-256 of the caller's own certificate, lower-case hex.</param>
/// <param name="DefaultDeadline">Deadline of a call that is made without one.</param>
/// <param name="OnVerified">Told of each verified answer; null where nobody listens.</param>
/// <param name="Time">The clock for deadlines.</param>
internal sealed record CallSettings(
    EvidenceVerifier Verifier,
    string CallerCertificateSha256,
    TimeSpan DefaultDeadline,
    Action<VerifiedAnswer>? OnVerified,
    TimeProvider Time)
{
    /// <summary>Learns the issuers of a new signing key; tells whether it is worth verifying again. Null where nobody
    /// can be asked.</summary>
    public Func<Task<bool>>? LearnIssuers { get; init; }

    public static CallSettings From(GatewayClientOptions options) => new(
        new EvidenceVerifier(options.SigningRoots, options.TimeProvider),
        Convert.ToHexStringLower(SHA256.HashData(options.ClientCertificate!.RawData)),
        options.DefaultDeadline,
        options.OnVerified,
        options.TimeProvider);
}
