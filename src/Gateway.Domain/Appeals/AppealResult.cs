namespace Gateway.Domain;

/// <summary>How an appeal ended. The numbers are those of the contract and the database.</summary>
public enum AppealResult
{
    /// <summary>All that was asked for was granted.</summary>
    Accepted = 1,

    /// <summary>A part of it was granted.</summary>
    PartiallyAccepted = 2,

    /// <summary>Nothing was granted.</summary>
    Rejected = 3,
}
