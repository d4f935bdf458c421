using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gateway.Data;
using Gateway.Server.Requests;

namespace Gateway.Server.Reviews;

/// <summary>Where the next page of the open appeals begins.</summary>
/// <param name="After">Last appeal of the page before.</param>
internal sealed record QueuePageToken(AppealCursor After)
{
    /// <summary>The token as the caller sees it.</summary>
    public override string ToString() => TokenText.Of(
        "4",
        After.DueTime.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        After.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a token; false for anything that this class did not write.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out QueuePageToken? token)
    {
        const long lastMillisecond = 253_402_300_799_999;
        token = TokenText.TryRead(text, 3, out var parts)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            && time <= lastMillisecond
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new QueuePageToken(new AppealCursor(DateTimeOffset.FromUnixTimeMilliseconds(time), id))
                : null;
        return token?.ToString() == text;
    }
}
