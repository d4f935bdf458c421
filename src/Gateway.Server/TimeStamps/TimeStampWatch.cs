using System.Globalization;
using Gateway.Server.Evidence;

namespace Gateway.Server.TimeStamps;

/// <summary>
/// Holds the log's time stamps to their limits: how long an answer may be without one, and how far the authority's
/// clock and the gateway's may be apart. All of it is in the log's file, and so kept over restarts. Thread-safe.
/// </summary>
internal sealed class TimeStampWatch(
    EvidenceLog.EvidenceLog log, TimeStampAuthorities authorities, EvidenceOptions options, TimeProvider time)
{
    /// <summary>Clocks that are so far apart are told to operations.</summary>
    public static readonly TimeSpan DegradedDifference = TimeSpan.FromSeconds(2);

    /// <summary>With clocks that are so far apart no money is taken or paid out.</summary>
    public static readonly TimeSpan RefusedDifference = TimeSpan.FromSeconds(60);

    /// <summary>Whether answers are time-stamped at all.</summary>
    public bool IsOn => authorities.IsOn;

    /// <summary>How it is now.</summary>
    public TimeStampState State()
    {
        var stamps = log.Stamps;
        var age = stamps.OldestUnstampedTime is { } oldest ? time.GetUtcNow() - oldest : TimeSpan.Zero;
        if (age < TimeSpan.Zero)
            age = TimeSpan.Zero;
        var difference = stamps.Last?.ClockDifference ?? TimeSpan.Zero;
        return new TimeStampState(age, difference, stamps.Last, IsOn ? Grade(age, difference) : TimeGrade.Proven);
    }

    /// <summary>What operations are told of a state, in one line.</summary>
    public static string Describe(TimeStampState state)
    {
        var last = state.LastStamp?.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"last {last ?? "none"}, oldest answer without one {state.AgeOfOldestUnstamped.TotalSeconds:0} s, "
            + $"authority's clock {state.ClockDifference.TotalSeconds:+0.0;-0.0;0} s off");
    }

    private TimeGrade Grade(TimeSpan age, TimeSpan difference)
    {
        var apart = difference.Duration();
        if (age >= options.RefuseUnstampedAfter || apart >= RefusedDifference)
            return TimeGrade.NotProven;
        return age >= options.DegradeUnstampedAfter || apart >= DegradedDifference
            ? TimeGrade.Degraded
            : TimeGrade.Proven;
    }
}
