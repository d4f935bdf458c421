using Gateway.Data;
using Gateway.Domain;

namespace Gateway.TSqlTests.Parameters;

/// <summary>Values of clearance certificates.</summary>
internal static partial class Some
{
    public static ReadOnlyMemory<byte> CredentialId { get; } = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 };

    public static NewClearance Clearance() => new()
    {
        CertificateNumber = "1",
        Caller = Caller,
        RequestId = RequestId,
        BranchCode = "00001",
        CounterCode = "01",
        TellerCode = "t.1",
        Subject = Vehicle,
        HolderName = PersonName.FromStored("أحمد محمود"),
        HolderNationalId = NationalId.Id,
        LastSettlementId = 1,
        AsOfTime = Noon,
        ExpireTime = Noon.AddDays(30),
    };

    public static NewClearance ClearanceOfADriver() =>
        Clearance() with { Subject = Driver, HolderNationalId = null, LastSettlementId = null };

    public static NewClearanceSheet Sheet() => new()
    {
        SheetNumber = 1,
        SheetSerial = "EG-1",
        CredentialId = CredentialId,
        QrText = "ETC1:",
        Caller = Caller,
        RequestId = RequestId,
        PrintTime = Noon,
    };

    public static ClearanceRevocation Revocation(string? note) =>
        new(ClearanceRevocationReason.Fraud, note, Caller, Noon);
}
