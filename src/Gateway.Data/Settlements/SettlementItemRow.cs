using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of settlement_item with its fine.</summary>
internal sealed class SettlementItemRow
{
    public long FineId { get; set; }
    public string FineNumber { get; set; } = "";
    public string DescriptionAr { get; set; } = "";
    public string DescriptionEn { get; set; } = "";
    public Money Amount { get; set; }
    public bool IsActive { get; set; }

    public SettlementItemRecord ToRecord() =>
        new(FineId, FineNumber, DescriptionAr, DescriptionEn, Amount, IsActive);
}

/// <summary>A fine and the settlement that paid it.</summary>
internal sealed class PaidFineRow
{
    public long FineId { get; set; }
    public long SettlementId { get; set; }
    public Money Amount { get; set; }
}
