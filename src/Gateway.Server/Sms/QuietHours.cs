using Gateway.Domain;

namespace Gateway.Server.Sms;

/// <summary>The hours in Cairo in which nobody is to be woken. Thread-safe.</summary>
internal sealed class QuietHours(SmsOptions options, BusinessCalendar calendar)
{
    /// <summary>Whether this moment is in them. The first minute is, the last is not.</summary>
    public bool Contains(DateTimeOffset moment) =>
        options is { QuietFrom: { } from, QuietUntil: { } until }
        && TimeOnly.FromDateTime(calendar.LocalTime(moment)).IsBetween(from, until);
}
