namespace Gateway.Domain;

/// <summary>
/// Where a clearance certificate, or one sheet of it, stands. The numbers are those of the contract and the database.
/// </summary>
public enum ClearanceState
{
    /// <summary>It counts.</summary>
    Valid = 1,

    /// <summary>Its validity has ended.</summary>
    Expired = 2,

    /// <summary>It was revoked.</summary>
    Revoked = 3,

    /// <summary>A sheet only: the certificate was printed again on another one.</summary>
    Superseded = 4,
}
