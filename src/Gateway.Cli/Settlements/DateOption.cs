using System.CommandLine;
using System.Globalization;
using Gateway.Cli.Invocation;
using Gateway.Domain;
using Google.Type;

namespace Gateway.Cli.Settlements;

/// <summary>The business day that a command is about: today in Cairo, or the one that is named.</summary>
internal sealed class DateOption
{
    public Option<string> Option { get; } = new("--date")
    {
        Description = "Business day, YYYY-MM-DD. Default: today in Cairo.",
        HelpName = "DATE",
    };

    /// <exception cref="UsageException">It is not a date.</exception>
    public Date Read(ParseResult parsed, TimeProvider time)
    {
        var date = new BusinessCalendar(time).Today;
        if (parsed.GetValue(Option) is { } text && !DateOnly.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
            throw new UsageException("--date takes a date such as 2026-11-23.");
        return new Date { Year = date.Year, Month = date.Month, Day = date.Day };
    }
}
