namespace Gateway.Cli.Evidence.Bundles;

/// <summary>How a check of a bundle came out.</summary>
internal enum BundleOutcome
{
    /// <summary>As it has to be.</summary>
    Good,

    /// <summary>Not as it has to be: the bundle proves nothing.</summary>
    Bad,

    /// <summary>It is not in the bundle; the rest stands without it.</summary>
    Absent,
}

/// <summary>A check of a bundle, and how it came out.</summary>
/// <param name="Check">Its name, one word.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Text">What was seen, a sentence.</param>
internal sealed record BundleFinding(string Check, BundleOutcome Outcome, string Text);

/// <summary>What checking a bundle found.</summary>
/// <param name="Statement">What was stated; null where it can't be read.</param>
/// <param name="Findings">Every check that was made, in order.</param>
/// <param name="StampTime">When the answer was in the log at the latest, by a time-stamp authority; null if none said
/// so.</param>
/// <param name="ValidUntil">Until when it counts without a time stamp; null where it has one.</param>
internal sealed record BundleReport(
    Gateway.Evidence.Statement? Statement,
    IReadOnlyList<BundleFinding> Findings,
    DateTimeOffset? StampTime,
    DateTimeOffset? ValidUntil)
{
    /// <summary>Whether nothing was wrong.</summary>
    public bool IsProven => Findings.All(finding => finding.Outcome != BundleOutcome.Bad);
}
