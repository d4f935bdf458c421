using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;

namespace Gateway.Server.Settlements;

/// <summary>Reads a settlement as it stands now, with what was done to it since.</summary>
internal static class SettlementView
{
    /// <summary>The settlement as the contract has it.</summary>
    public static async Task<Settlement> ReadAsync(
        DatabaseSession session,
        SettlementRecord settlement,
        BusinessCalendar calendar,
        CancellationToken cancellationToken)
    {
        var subject = await new SubjectStore(session).FindAsync(settlement.Details.Subject, cancellationToken)
            ?? throw new InvalidOperationException("A settlement without a subject.");
        var items = await new SettlementStore(session).ListItemsAsync(settlement.Id, cancellationToken);
        var wire = SettlementMapping.ToWire(settlement.Details, subject.Subject, items, calendar);
        if (await new ReversalStore(session).FindAsync(settlement.Id, cancellationToken) is { } reversal)
            wire.Reversal = ReversalMapping.ToWire(reversal);
        return wire;
    }
}
