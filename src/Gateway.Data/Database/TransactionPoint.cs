namespace Gateway.Data;

/// <summary>Where a write transaction is; tests make it fail there.</summary>
internal enum TransactionPoint
{
    /// <summary>The work is done, COMMIT was not sent.</summary>
    BeforeCommit,

    /// <summary>COMMIT took place, but whoever asked for it has not heard of it.</summary>
    AfterCommit,
}
