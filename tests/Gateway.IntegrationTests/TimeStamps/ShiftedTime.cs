namespace Gateway.IntegrationTests.TimeStamps;

/// <summary>The machine's clock, shifted: it goes on as an authority's does, and an hour is over at once.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    private long _ticks = shift.Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Volatile.Read(ref _ticks));

    /// <summary>Lets so much time pass. Timers don't notice it.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
