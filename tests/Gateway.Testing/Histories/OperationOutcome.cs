namespace Gateway.Testing.Histories;

/// <summary>How an operation ended, as its caller knows it.</summary>
internal enum OperationOutcome
{
    /// <summary>No answer that says: it may take effect at any time after its start, or never.</summary>
    Unknown,

    /// <summary>It was carried out, by this call or by an earlier one of the same request.</summary>
    Done,

    /// <summary>It was refused, and this call changed nothing.</summary>
    Refused,
}
