using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Gateway.Cli.Output;

/// <summary>
/// Times for people, by the clock on the wall in Cairo; in UTC on a machine that does not know Cairo.
/// </summary>
internal static class TimeText
{
    private static readonly TimeZoneInfo? Cairo =
        TimeZoneInfo.TryFindSystemTimeZoneById("Africa/Cairo", out var zone) ? zone : null;

    public static string Of(Timestamp? time) => time is null ? "" : Of(time.ToDateTimeOffset());

    public static string Of(DateTimeOffset time) => Cairo is null
        ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
        : TimeZoneInfo.ConvertTime(time, Cairo).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Of(Date? date) => date is null ? "" : $"{date.Year:0000}-{date.Month:00}-{date.Day:00}";
}
