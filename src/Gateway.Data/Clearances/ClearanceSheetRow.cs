using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of clearance_sheet with what became of its code.</summary>
internal sealed class ClearanceSheetRow
{
    public int SheetNumber { get; set; }
    public string SheetSerial { get; set; } = "";
    public byte[] CredentialId { get; set; } = [];
    public string QrText { get; set; } = "";
    public string Caller { get; set; } = "";
    public string RequestId { get; set; } = "";
    public DbTime PrintTime { get; set; }
    public ClearanceReprintReason? ReprintReason { get; set; }
    public ClearanceState? RevokedAs { get; set; }
    public DbTime? RevokeTime { get; set; }

    public ClearanceSheetRecord ToRecord() => new(
        new NewClearanceSheet
        {
            SheetNumber = SheetNumber,
            SheetSerial = SheetSerial,
            CredentialId = CredentialId,
            QrText = QrText,
            Caller = Caller,
            RequestId = RequestId,
            PrintTime = PrintTime.Value,
            ReprintReason = ReprintReason,
        },
        RevokedAs,
        RevokeTime?.Value);
}
