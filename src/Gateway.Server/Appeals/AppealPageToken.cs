using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gateway.Server.Requests;

namespace Gateway.Server.Appeals;

/// <summary>Where the next page of a list of appeals begins.</summary>
/// <param name="BeforeId">Key of the last appeal of the page before.</param>
internal sealed record AppealPageToken(long BeforeId)
{
    /// <summary>The token as the caller sees it.</summary>
    public override string ToString() => TokenText.Of("3", BeforeId.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a token; false for anything that this class did not write.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AppealPageToken? token)
    {
        token = TokenText.TryRead(text, 2, out var parts)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new AppealPageToken(id)
                : null;
        return token?.ToString() == text;
    }
}
