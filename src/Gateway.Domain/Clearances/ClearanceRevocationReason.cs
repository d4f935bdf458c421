namespace Gateway.Domain;

/// <summary>
/// Why a clearance certificate was revoked. The numbers are those of the contract and the database.
/// </summary>
public enum ClearanceRevocationReason
{
    /// <summary>A settlement that it leaned on was reversed.</summary>
    SettlementReversed = 1,

    /// <summary>It should not have been issued.</summary>
    IssuedInError = 2,

    /// <summary>Its paper was lost or stolen.</summary>
    SheetLost = 3,

    /// <summary>It is part of a fraud.</summary>
    Fraud = 4,

    /// <summary>Another reason; the note says which.</summary>
    Other = 5,
}
