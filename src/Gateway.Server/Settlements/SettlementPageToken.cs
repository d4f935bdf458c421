using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gateway.Data;
using Gateway.Server.Requests;

namespace Gateway.Server.Settlements;

/// <summary>
/// Where the next page of a list of settlements begins. It names its question, so that it is of no use for another one.
/// </summary>
internal sealed record SettlementPageToken(DateOnly BusinessDate, string? BranchCode, SettlementCursor After)
{
    private const string DateForm = "yyyyMMdd";

    /// <summary>The token as the caller sees it.</summary>
    public override string ToString() => TokenText.Of(
        "2",
        BusinessDate.ToString(DateForm, CultureInfo.InvariantCulture),
        BranchCode ?? "",
        After.BranchCode,
        After.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a token; false for anything that this class did not write.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SettlementPageToken? token)
    {
        token = null;
        if (!TokenText.TryRead(text, 5, out var parts)
            || !DateOnly.TryParseExact(
                parts[1], DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || parts[3].Length != 5
            || !long.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;

        token = new SettlementPageToken(
            date, parts[2].Length == 0 ? null : parts[2], new SettlementCursor(parts[3], id));
        return token.ToString() == text;
    }
}
