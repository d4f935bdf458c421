using Gateway.Data;
using Gateway.Domain;

namespace Gateway.TSqlTests.Parameters;

/// <summary>Values to call stores with.</summary>
internal static partial class Some
{
    public const string Caller = "spiffe://post.gov.eg/branch/00001";
    public const string RequestId = "00000000-0000-4000-8000-000000000001";

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly Money Money = Money.FromPiastres(15_000);
    public static readonly SubjectKey Vehicle = new(SubjectKind.Vehicle, 1);
    public static readonly SubjectKey Driver = new(SubjectKind.Driver, 1);
    public static readonly VehiclePlate Plate = new("قبل", "1234", PlateKind.Private, "");
    public static readonly DrivingLicence Licence = new("12345678", "0101");
    public static readonly DriverNationalId NationalId = new(Domain.NationalId.FromStored("29001010112345"));

    public static CallResult CallResult() => new()
    {
        Caller = Caller,
        RequestId = RequestId,
        Method = "/traffic.gateway.v1.SettlementService/SettleFines",
        RequestSha256 = new byte[32],
        Request = new byte[1],
        Response = new byte[1],
        CallId = Guid.Parse(RequestId),
        CreateTime = Noon,
    };

    public static EvidenceAnchor Anchor() => new("gateway/1/00000000", 1, new byte[32], Noon, null);

    public static FineRecord Fine() => new()
    {
        Id = 1,
        FineNumber = "1",
        Subject = Vehicle,
        Violation = new ViolationRecord("101", "", "", "74", Money, Money),
        ViolationTime = Noon,
        GovernorateCode = "01",
        PlaceAr = "",
        PlaceEn = "",
        Amount = Money,
        Fees = Money,
        Status = FineStatus.Outstanding,
    };

    public static ReversalRecord Reversal() => ReversalByHeadOffice() with
    {
        BranchCode = "00001",
        CounterCode = "02",
        TellerCode = "t.17",
        Note = "twice",
    };

    public static ReversalRecord ReversalByHeadOffice() => new()
    {
        Caller = Caller,
        RequestId = RequestId,
        Reason = (ReversalReason)1,
        ReverseTime = Noon,
    };

    public static NewSettlement Settlement() => SettlementOfAnUnnamedPayer() with
    {
        PaymentReference = "TX-1",
        PayerName = PersonName.FromStored("منى أحمد"),
        PayerNationalId = Domain.NationalId.FromStored("29001010112345"),
        PayerMobileNumber = MobileNumber.FromStored("+201012345678"),
    };

    public static NewSettlement SettlementOfAnUnnamedPayer() => new()
    {
        SettlementNumber = "1",
        Caller = Caller,
        RequestId = RequestId,
        BranchCode = "00001",
        CounterCode = "02",
        TellerCode = "t.17",
        Subject = Vehicle,
        Total = Money,
        PaymentMethod = PaymentMethod.Cash,
        CollectTime = Noon,
        BusinessDate = new DateOnly(2026, 3, 1),
        SettleTime = Noon,
    };
}
