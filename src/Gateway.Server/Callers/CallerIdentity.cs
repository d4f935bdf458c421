using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Callers;

/// <summary>What a connection's client certificate says, and how it stands under what is in force. Immutable.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="CertificateSha256">SHA-256 of the certificate, lower-case hex.</param>
/// <param name="NotAfter">End of its validity and of that of its authorities, whichever comes first.</param>
/// <param name="Id">Its one SPIFFE id, of the trust domain that its authority may name; else null.</param>
/// <param name="Caller">The caller, where it may call; else null.</param>
internal sealed record CallerIdentity(
    X509Certificate2 Certificate, string CertificateSha256, DateTimeOffset NotAfter, SpiffeId? Id, Caller? Caller)
{
    /// <summary>How it stands, but for what time alone changes.</summary>
    public CallerStanding Standing { get; init; } = Caller is null ? CallerStanding.Unknown : CallerStanding.Good;

    /// <summary>When the first revocation list of its authorities is due.</summary>
    public DateTimeOffset ListDueTime { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>How long after that it may call nevertheless.</summary>
    public TimeSpan ListGrace { get; init; }

    /// <summary>How it stands at a moment.</summary>
    public CallerStanding StandingAt(DateTimeOffset now)
    {
        if (Standing is not (CallerStanding.Good or CallerStanding.Unknown))
            return Standing;
        if (NotAfter <= now)
            return CallerStanding.Expired;
        return Standing == CallerStanding.Good && IsListOverdueAt(now - ListGrace)
            ? CallerStanding.ListOutdated
            : Standing;
    }

    /// <summary>Whether a revocation list of its authorities is due and not there.</summary>
    public bool IsListOverdueAt(DateTimeOffset now) => ListDueTime <= now;
}
