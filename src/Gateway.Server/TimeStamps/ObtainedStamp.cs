using Gateway.Evidence;

namespace Gateway.Server.TimeStamps;

/// <summary>A time stamp that an authority gave.</summary>
/// <param name="Stamp">The time stamp, verified.</param>
/// <param name="ClockDifference">How far the authority's clock was ahead of the gateway's; negative where it was
/// behind.</param>
internal sealed record ObtainedStamp(VerifiedTimeStamp Stamp, TimeSpan ClockDifference)
{
    private static readonly TimeSpan WholeSecond = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What the clocks are apart at the least: the authority's clock was read at some time between question and answer,
    /// and one that tells whole seconds may have stood up to a second later than it says.
    /// </summary>
    /// <param name="stamp">The time stamp.</param>
    /// <param name="sent">When it was asked for, by the gateway's clock.</param>
    /// <param name="received">When it came, by the same.</param>
    public static ObtainedStamp Between(VerifiedTimeStamp stamp, DateTimeOffset sent, DateTimeOffset received)
    {
        var latest = stamp.Time.Ticks % TimeSpan.TicksPerSecond == 0 ? stamp.Time + WholeSecond : stamp.Time;
        if (stamp.Time > received)
            return new ObtainedStamp(stamp, stamp.Time - received);
        return new ObtainedStamp(stamp, latest < sent ? latest - sent : TimeSpan.Zero);
    }
}
