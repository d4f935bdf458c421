using System.Text.RegularExpressions;

namespace Gateway.Clearance;

/// <summary>What a check of a code found.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">What exactly stands behind it.</param>
/// <param name="Claims">What the code says; null where it is not rightly signed.</param>
public sealed partial record ClearanceCheck(ClearanceVerdict Verdict, ClearanceReason Reason, ClearanceClaims? Claims)
{
    /// <summary>The reason as one <c>UPPER_SNAKE</c> word; empty where nothing is wrong.</summary>
    public string ReasonName => Reason == ClearanceReason.None
        ? ""
        : WordStart().Replace(Reason.ToString(), "_").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();
}
