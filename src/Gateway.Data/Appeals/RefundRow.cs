using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of refund with its appeal and fine.</summary>
internal sealed class RefundRow
{
    public long Id { get; set; }
    public string RefundNumber { get; set; } = "";
    public RefundKind Kind { get; set; }
    public string AppealNumber { get; set; } = "";
    public string? FineNumber { get; set; }
    public string? DescriptionAr { get; set; }
    public string? DescriptionEn { get; set; }
    public Money Amount { get; set; }
    public string RecipientName { get; set; } = "";
    public string RecipientNationalId { get; set; } = "";
    public DbTime DueTime { get; set; }
    public string? Caller { get; set; }
    public string? RequestId { get; set; }
    public string? BranchCode { get; set; }
    public string? CounterCode { get; set; }
    public string? TellerCode { get; set; }
    public DbDate? BusinessDate { get; set; }
    public DbTime? PayTime { get; set; }

    public RefundRecord ToRecord() => new()
    {
        Id = Id,
        RefundNumber = RefundNumber,
        Kind = Kind,
        AppealNumber = AppealNumber,
        FineNumber = FineNumber,
        ViolationAr = DescriptionAr,
        ViolationEn = DescriptionEn,
        Amount = Amount,
        RecipientName = PersonName.FromStored(RecipientName),
        RecipientNationalId = NationalId.FromStored(RecipientNationalId),
        DueTime = DueTime.Value,
        Payout = PayTime is { } time ? Payout(time.Value) : null,
    };

    private RefundPayout Payout(DateTimeOffset time) => new()
    {
        Caller = Caller ?? "",
        RequestId = RequestId ?? "",
        BranchCode = BranchCode ?? "",
        CounterCode = CounterCode ?? "",
        TellerCode = TellerCode ?? "",
        BusinessDate = BusinessDate?.Value ?? default,
        PayTime = time,
    };
}
