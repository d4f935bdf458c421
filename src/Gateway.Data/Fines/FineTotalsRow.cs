using Gateway.Domain;

namespace Gateway.Data;

/// <summary>The answer of the totals statements.</summary>
internal sealed class FineTotalsRow
{
    public int OutstandingCount { get; set; }
    public Money OutstandingTotal { get; set; }
    public int UnderAppealCount { get; set; }
    public Money UnderAppealTotal { get; set; }

    public FineTotals ToRecord() => new(OutstandingCount, OutstandingTotal, UnderAppealCount, UnderAppealTotal);
}
