namespace Gateway.EvidenceLog;

/// <summary>Collects what is found: the first so many, and the number of all. Used by one thread.</summary>
internal sealed class LogFindings(int most)
{
    private readonly List<LogFinding> _kept = [];

    /// <summary>The first findings.</summary>
    internal IReadOnlyList<LogFinding> Kept => _kept;

    /// <summary>How many there are in all.</summary>
    internal long Count { get; private set; }

    internal void Add(LogFindingKind kind, long? position, string text)
    {
        Count++;
        if (_kept.Count < most)
            _kept.Add(new LogFinding(kind, position, text));
    }
}
