namespace Gateway.Data;

/// <summary>What became of a call with a request id. The numbers are those in the database.</summary>
public enum CallResultState
{
    /// <summary>It was carried out and answered; a retry gets the same answer.</summary>
    Answered = 1,

    /// <summary>It was abandoned before it was carried out, and never will be.</summary>
    Abandoned = 2,

    /// <summary>It was carried out, but its answer is no longer kept; it is not carried out again.</summary>
    Expired = 3,
}
