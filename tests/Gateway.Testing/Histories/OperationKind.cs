namespace Gateway.Testing.Histories;

/// <summary>What a caller asked about fines.</summary>
internal enum OperationKind
{
    /// <summary>How the fines stand.</summary>
    Read,

    /// <summary>To settle the fines, all or none.</summary>
    Settle,

    /// <summary>To take a settlement of the fines back.</summary>
    Reverse,
}
