namespace Gateway.Domain;

/// <summary>
/// Why a clearance certificate is printed again. The numbers are those of the contract and the database.
/// </summary>
public enum ClearanceReprintReason
{
    /// <summary>The printer jammed or printed badly.</summary>
    PrinterFault = 1,

    /// <summary>The sheet was damaged before it was handed over.</summary>
    SheetDamaged = 2,

    /// <summary>Another serial number was keyed in than the one on the paper.</summary>
    WrongSheetSerial = 3,
}
