namespace Gateway.Domain;

/// <summary>State of a fine. Numbers are those of the contract.</summary>
public enum FineStatus
{
    /// <summary>Never stored.</summary>
    Unspecified = 0,

    /// <summary>To be paid.</summary>
    Outstanding = 1,

    /// <summary>Paid.</summary>
    Settled = 2,

    /// <summary>Under appeal; nothing is due until it is decided.</summary>
    UnderAppeal = 3,

    /// <summary>Cancelled by the prosecution.</summary>
    Cancelled = 4,
}
