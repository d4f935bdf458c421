using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Client.Watching;
using Gateway.Evidence;

namespace Gateway.Cli.Evidence.Watch;

/// <summary>What <c>evidence watch</c> found, for scripts.</summary>
internal static class WatchJson
{
    /// <summary>A round.</summary>
    public static JsonObject Of(WatchReport report, NoteKey witness) => new()
    {
        ["time"] = Time(report.Time),
        ["head"] = Of(report.Head),
        ["previous"] = report.Previous is { } previous ? Of(previous) : null,
        ["received"] = new JsonObject
        {
            ["checked"] = report.Checked,
            ["checkedBefore"] = report.CheckedBefore,
            ["ofOtherGateways"] = report.OfOtherGateways,
            ["unprovable"] = report.Unprovable,
            ["faultCount"] = report.FaultCount,
            ["faults"] = new JsonArray([.. report.Faults.Select(fault => new JsonObject
            {
                ["folder"] = fault.Folder,
                ["problem"] = fault.Problem,
            })]),
        },
        ["witness"] = witness.ToString(),
        ["cosigned"] = report.Cosigned,
    };

    /// <summary>An alarm.</summary>
    public static JsonObject Of(LogAlarmException alarm) => new()
    {
        ["kind"] = JsonNamingPolicy.KebabCaseLower.ConvertName(alarm.Alarm.Kind.ToString()),
        ["problem"] = alarm.Alarm.Problem,
        ["known"] = Of(alarm.Alarm.Known),
        ["source"] = alarm.Alarm.Source,
        ["shown"] = Of(alarm.Alarm.Shown),
        ["folder"] = alarm.Folder,
    };

    private static JsonObject Of(SignedHead head) => new()
    {
        ["origin"] = head.Origin,
        ["size"] = head.Size,
        ["root"] = Convert.ToBase64String(head.Root),
        ["signingTime"] = Time(head.SigningTime),
    };

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
