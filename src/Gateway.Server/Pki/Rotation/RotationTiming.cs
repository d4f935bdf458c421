namespace Gateway.Server.Pki;

/// <summary>When changed files are looked at.</summary>
/// <param name="Poll">How often they are read, whatever the system tells of them.</param>
/// <param name="Settle">How long what cannot be used is waited for before it is a fault.</param>
internal sealed record RotationTiming(TimeSpan Poll, TimeSpan Settle)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>How long files have to stay the same before they are used.</summary>
    public TimeSpan Rest { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long to the next try with the same files: time and a token may mend what nobody wrote.
    /// </summary>
    /// <param name="unchanged">How long they have been the same.</param>
    public TimeSpan Retry(TimeSpan unchanged) => unchanged < Poll ? Poll : unchanged < Longest ? unchanged : Longest;
}
