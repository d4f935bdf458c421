namespace Gateway.Data;

/// <summary>A row of business_day.</summary>
internal sealed class BusinessDayRow
{
    public bool IsClosed { get; set; }
    public DbTime? CloseTime { get; set; }

    public BusinessDay ToRecord() => new(IsClosed, CloseTime?.Value);
}
