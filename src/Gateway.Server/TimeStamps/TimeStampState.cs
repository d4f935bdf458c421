using Gateway.EvidenceLog;

namespace Gateway.Server.TimeStamps;

/// <summary>How far the time of answers is proven.</summary>
/// <param name="AgeOfOldestUnstamped">How long the oldest answer is in the log without a time stamp; zero where all
/// have one.</param>
/// <param name="ClockDifference">How far the authority's clock was ahead of the gateway's at the last time stamp;
/// negative where it was behind.</param>
/// <param name="LastStamp">The newest time stamp; null where there is none.</param>
/// <param name="Grade">What follows from it.</param>
internal sealed record TimeStampState(
    TimeSpan AgeOfOldestUnstamped, TimeSpan ClockDifference, LoggedStamp? LastStamp, TimeGrade Grade);

/// <summary>What follows from how far the time of answers is proven.</summary>
internal enum TimeGrade
{
    /// <summary>Nothing.</summary>
    Proven,

    /// <summary>Operations are told.</summary>
    Degraded,

    /// <summary>No money is taken or paid out.</summary>
    NotProven,
}
