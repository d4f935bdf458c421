using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>A time stamp to be kept.</summary>
/// <param name="BatchSize">Size of the log with the batch whose signature it is over.</param>
/// <param name="Stamp">The time stamp, verified.</param>
/// <param name="ClockDifference">How far the authority's clock was ahead of the gateway's; negative where it was
/// behind. Kept in milliseconds.</param>
public sealed record BatchStamp(long BatchSize, VerifiedTimeStamp Stamp, TimeSpan ClockDifference);

/// <summary>A time stamp of the log.</summary>
/// <param name="BatchSize">Size of the log with the batch whose signature it is over.</param>
/// <param name="Token">The TimeStampToken (RFC 3161), DER.</param>
/// <param name="Time">The authority's time, to the millisecond, UTC.</param>
/// <param name="Authority">Subject of the authority's certificate.</param>
/// <param name="CertificateSha256">SHA-256 of the authority's certificate, 32 bytes.</param>
/// <param name="ClockDifference">How far the authority's clock was ahead of the gateway's.</param>
public sealed record LoggedStamp(
    long BatchSize,
    byte[] Token,
    DateTimeOffset Time,
    string Authority,
    byte[] CertificateSha256,
    TimeSpan ClockDifference);

/// <summary>How far the log is covered by time stamps.</summary>
/// <param name="Last">The newest time stamp; null where there is none.</param>
/// <param name="OldestUnstampedTime">When the oldest batch was signed that no time stamp covers; null where all are
/// covered, or there is none.</param>
public sealed record StampCoverage(LoggedStamp? Last, DateTimeOffset? OldestUnstampedTime);
