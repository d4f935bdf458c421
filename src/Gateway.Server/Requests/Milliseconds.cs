namespace Gateway.Server.Requests;

/// <summary>
/// Moments as they are kept: in whole milliseconds, so that an answer says the same as the record it came from.
/// </summary>
internal static class Milliseconds
{
    /// <summary>The moment without what is below a millisecond.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
