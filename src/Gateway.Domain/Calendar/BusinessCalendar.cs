namespace Gateway.Domain;

/// <summary>
/// The prosecution's days: civil dates in Africa/Cairo, summer time included. Zone data comes from the operating
/// system. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
/// <exception cref="TimeZoneNotFoundException">When made: the operating system has no data for
/// Africa/Cairo.</exception>
public sealed class BusinessCalendar(TimeProvider time)
{
    private readonly TimeZoneInfo _cairo = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo");

    /// <summary>The date in Cairo now.</summary>
    public DateOnly Today => BusinessDate(time.GetUtcNow());

    /// <summary>The date in Cairo at this moment.</summary>
    public DateOnly BusinessDate(DateTimeOffset moment) => DateOnly.FromDateTime(LocalTime(moment));

    /// <summary>
    /// Date and time by the clock on the wall in Cairo. The last hour of summer time comes twice.
    /// </summary>
    public DateTime LocalTime(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _cairo).DateTime;

    /// <summary>The first moment of a day in Cairo. Summer time begins at midnight, which that day does not have.</summary>
    public DateTimeOffset StartOf(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        while (_cairo.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(1);

        // Summer time ends at midnight too: then the hour before it comes twice, and midnight once.
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(midnight, _cairo), TimeSpan.Zero);
    }
}
