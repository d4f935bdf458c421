using Gateway.Domain;
using Google.Type;

namespace Gateway.Server.Requests;

/// <summary>Civil dates on the wire: <c>google.type.Date</c>, whole.</summary>
internal static class DateFields
{
    /// <summary>Writes a date.</summary>
    public static Date ToWire(this DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    /// <summary>Reads a date; the first of all, with the fault noted, where it is wrong.</summary>
    public static DateOnly Read(Date? date, FieldErrors errors, string path)
    {
        if (date is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 }
            && date.Day <= System.DateTime.DaysInMonth(date.Year, date.Month))
            return new DateOnly(date.Year, date.Month, date.Day);

        errors.Add(path, "is required: a whole date, year, month and day");
        return default;
    }
}
