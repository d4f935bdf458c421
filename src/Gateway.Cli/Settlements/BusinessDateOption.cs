using System.CommandLine;
using System.Globalization;
using Gateway.Domain;
using Google.Type;

namespace Gateway.Cli.Settlements;

/// <summary><c>--date</c>: a business day, today in Cairo where none is named.</summary>
internal static class BusinessDateOption
{
    private const string Format = "yyyy-MM-dd";

    public static Option<DateOnly?> Create() => new("--date")
    {
        Description = "The business day in Cairo. Default: today.",
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var isDate = DateOnly.TryParseExact(
                result.Tokens[0].Value, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
            if (isDate)
                return date;
            result.AddError("--date must be a date such as 2026-07-31.");
            return null;
        },
    };

    /// <summary>The day that was named, else today.</summary>
    public static Date Read(ParseResult parsed, Option<DateOnly?> option, TimeProvider time)
    {
        var date = parsed.GetValue(option) ?? new BusinessCalendar(time).Today;
        return new Date { Year = date.Year, Month = date.Month, Day = date.Day };
    }
}
