using Gateway.Evidence;

namespace Gateway.Client.Watching;

/// <summary>What a round of a monitor found, where nothing was contradicted.</summary>
public sealed record WatchReport
{
    /// <summary>When it was done.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The newest head that was seen before; null in the first round.</summary>
    public SignedHead? Previous { get; init; }

    /// <summary>The newest head now.</summary>
    public required SignedHead Head { get; init; }

    /// <summary>How much received evidence was found in the log in this round.</summary>
    public required long Checked { get; init; }

    /// <summary>How much was found in it in earlier rounds.</summary>
    public required long CheckedBefore { get; init; }

    /// <summary>How much is of other gateways, which have monitors of their own.</summary>
    public required long OfOtherGateways { get; init; }

    /// <summary>How much is of a log that was lost, and can't be proven any more.</summary>
    public required long Unprovable { get; init; }

    /// <summary>How much could not be read or verified. While there is any, nothing is cosigned.</summary>
    public required long FaultCount { get; init; }

    /// <summary>The first of them.</summary>
    public required IReadOnlyList<ReceivedFault> Faults { get; init; }

    /// <summary>File of the cosigned checkpoint; null where nothing was cosigned.</summary>
    public string? Cosigned { get; init; }
}

/// <summary>Received evidence that could not be checked. It is tried again in the next round.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record ReceivedFault(string Folder, string Problem);
