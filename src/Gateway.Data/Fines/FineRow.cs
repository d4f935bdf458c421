using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of fine with its violation.</summary>
internal sealed class FineRow
{
    public long Id { get; set; }
    public string FineNumber { get; set; } = "";
    public long? VehicleId { get; set; }
    public long? DriverId { get; set; }
    public string ViolationCode { get; set; } = "";
    public string DescriptionAr { get; set; } = "";
    public string DescriptionEn { get; set; } = "";
    public string LawArticle { get; set; } = "";
    public Money MinimumAmount { get; set; }
    public Money MaximumAmount { get; set; }
    public DbTime ViolationTime { get; set; }
    public string GovernorateCode { get; set; } = "";
    public string PlaceAr { get; set; } = "";
    public string PlaceEn { get; set; } = "";
    public Money Amount { get; set; }
    public Money Fees { get; set; }
    public FineStatus Status { get; set; }

    public FineRecord ToRecord() => new()
    {
        Id = Id,
        FineNumber = FineNumber,
        Subject = SubjectKey.Of(VehicleId, DriverId),
        Violation = new ViolationRecord(
            ViolationCode, DescriptionAr, DescriptionEn, LawArticle, MinimumAmount, MaximumAmount),
        ViolationTime = ViolationTime.Value,
        GovernorateCode = GovernorateCode,
        PlaceAr = PlaceAr,
        PlaceEn = PlaceEn,
        Amount = Amount,
        Fees = Fees,
        Status = Status,
    };
}
