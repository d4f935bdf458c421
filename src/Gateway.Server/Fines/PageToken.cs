using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gateway.Data;
using Gateway.Server.Requests;

namespace Gateway.Server.Fines;

/// <summary>
/// Where the next page of an inquiry begins. It names its question, so that it is of no use for another one.
/// </summary>
internal sealed record PageToken(SubjectKey Subject, bool IncludeClosed, FineCursor After)
{
    /// <summary>The token as the caller sees it.</summary>
    public override string ToString() => TokenText.Of(
        "1",
        Text((int)Subject.Kind),
        Text(Subject.Id),
        IncludeClosed ? "1" : "0",
        Text(After.ViolationTime.ToUnixTimeMilliseconds()),
        Text(After.Id));

    /// <summary>Reads a token; false for anything that this class did not write.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PageToken? token)
    {
        token = null;
        if (!TokenText.TryRead(text, 6, out var parts) || parts[0] != "1" || !Numbers(parts, out var n)
            || !Enum.IsDefined((SubjectKind)n[1]) || n[4] is < -62135596800000 or > 253402300799999)
            return false;

        token = new PageToken(
            new SubjectKey((SubjectKind)n[1], n[2]),
            n[3] == 1,
            new FineCursor(DateTimeOffset.FromUnixTimeMilliseconds(n[4]), n[5]));
        return token.ToString() == text;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool Numbers(string[] parts, out long[] numbers)
    {
        numbers = new long[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
                return false;
        }

        return true;
    }
}
