namespace Gateway.Domain;

/// <summary>What is decided about a fine. The numbers are those of the contract and the database.</summary>
public enum AppealDecision
{
    /// <summary>The fine is cancelled.</summary>
    Cancelled = 1,

    /// <summary>The fine is lower.</summary>
    Reduced = 2,

    /// <summary>The fine stays as it is.</summary>
    Upheld = 3,
}
