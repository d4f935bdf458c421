using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>What a check of a log looks at beside the log itself.</summary>
public sealed record LogCheckOptions
{
    /// <summary>Verifies signatures; null leaves them.</summary>
    public BatchVerifier? Verifier { get; init; }

    /// <summary>About how many signatures are verified, drawn evenly, and the last; null, the default, for
    /// all.</summary>
    public long? Signatures { get; init; }

    /// <summary>Verifies time stamps; null leaves them.</summary>
    public TimeStampVerifier? TimeStamps { get; init; }

    /// <summary>Heads of the log that are known elsewhere. Default none.</summary>
    public IReadOnlyList<LogHead> Anchors { get; init; } = [];

    /// <summary>How many findings are told one by one; all are counted. Default 1000.</summary>
    public int FindingsKept { get; init; } = 1000;
}

/// <summary>What a check of a log came to.</summary>
public sealed record LogCheckReport
{
    /// <summary>The log as the entries give it.</summary>
    public required LogHead Head { get; init; }

    /// <summary>The last known head of the log that was lost before this one was begun; null where there was
    /// none.</summary>
    public required LogHead? Predecessor { get; init; }

    /// <summary>How many batches it has.</summary>
    public required long Batches { get; init; }

    /// <summary>How many signatures were verified.</summary>
    public required long SignaturesVerified { get; init; }

    /// <summary>How many time stamps were verified.</summary>
    public required long TimeStampsVerified { get; init; }

    /// <summary>How many statements were removed after their retention.</summary>
    public required long StatementsRemoved { get; init; }

    /// <summary>The first findings.</summary>
    public required IReadOnlyList<LogFinding> Findings { get; init; }

    /// <summary>How many findings there are in all.</summary>
    public required long FindingCount { get; init; }
}
