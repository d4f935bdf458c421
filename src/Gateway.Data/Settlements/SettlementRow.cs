using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of settlement.</summary>
internal sealed class SettlementRow
{
    public long Id { get; set; }
    public string SettlementNumber { get; set; } = "";
    public string Caller { get; set; } = "";
    public string RequestId { get; set; } = "";
    public string BranchCode { get; set; } = "";
    public string CounterCode { get; set; } = "";
    public string TellerCode { get; set; } = "";
    public long? VehicleId { get; set; }
    public long? DriverId { get; set; }
    public Money Total { get; set; }
    public PaymentMethod PaymentMethod { get; set; }
    public string? PaymentReference { get; set; }
    public DbTime CollectTime { get; set; }
    public string? PayerName { get; set; }
    public string? PayerNationalId { get; set; }
    public string? PayerMobileNumber { get; set; }
    public DbDate BusinessDate { get; set; }
    public DbTime SettleTime { get; set; }

    public SettlementRecord ToRecord() => new(Id, new NewSettlement
    {
        SettlementNumber = SettlementNumber,
        Caller = Caller,
        RequestId = RequestId,
        BranchCode = BranchCode,
        CounterCode = CounterCode,
        TellerCode = TellerCode,
        Subject = SubjectKey.Of(VehicleId, DriverId),
        Total = Total,
        PaymentMethod = PaymentMethod,
        PaymentReference = PaymentReference,
        CollectTime = CollectTime.Value,
        PayerName = PayerName is { } name ? Domain.PersonName.FromStored(name) : null,
        PayerNationalId = PayerNationalId is { } id ? NationalId.FromStored(id) : null,
        PayerMobileNumber = PayerMobileNumber is { } number ? MobileNumber.FromStored(number) : null,
        BusinessDate = BusinessDate.Value,
        SettleTime = SettleTime.Value,
    });
}
