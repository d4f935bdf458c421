namespace Gateway.Domain;

/// <summary>What a certificate says. The numbers are those of its code.</summary>
public enum ClearanceResult
{
    /// <summary>Not given.</summary>
    Unspecified = 0,

    /// <summary>No fine was outstanding, and no unpaid fine under appeal.</summary>
    NothingOutstanding = 1,
}
