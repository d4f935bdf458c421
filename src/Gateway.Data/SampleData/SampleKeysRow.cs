namespace Gateway.Data;

/// <summary>The largest keys in the database, zero where a table is empty.</summary>
internal sealed class SampleKeysRow
{
    public long VehicleId { get; set; }
    public long DriverId { get; set; }
    public long FineId { get; set; }
    public long SettlementId { get; set; }
}
