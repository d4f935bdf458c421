using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.IntegrationTests.Laws;

/// <summary>
/// What a reconciliation comes to, and when it closes the day (law 9). The post's list has settlements of that day that
/// stand, each once and with its amount; it may lack some.
/// </summary>
internal sealed class ReconciliationLaws(LawBooks books)
{
    /// <summary>A reconciliation that was not answered before.</summary>
    public LawVerdict Reconcile(LawRequest request, DateTimeOffset now)
    {
        var parts = request.Messages.Cast<ReconcileBusinessDayRequest>().ToList();
        var header = parts[0].Header;
        var listed = parts.Skip(1).SelectMany(part => part.Entries.Entries)
            .Select(entry => entry.SettlementNumber).ToHashSet();
        var day = new DateOnly(header.BusinessDate.Year, header.BusinessDate.Month, header.BusinessDate.Day);
        var standing = books.Settlements.Values
            .Where(settlement => settlement.Day == day && settlement.Reversal is null)
            .OrderBy(settlement => settlement.Wire.SettlementNumber, StringComparer.Ordinal).ToList();
        var missing = standing.Where(settlement => !listed.Contains(settlement.Wire.SettlementNumber)).ToList();
        var wasClosed = books.ClosedDays.ContainsKey(day);
        var closes = !wasClosed && header.Close && (missing.Count == 0 || header.ForceClose);
        var response = new ReconcileBusinessDayResponse
        {
            BusinessDate = header.BusinessDate,
            PostCount = listed.Count,
            PostTotal = Total(standing.Except(missing)),
            GatewayCount = standing.Count,
            GatewayTotal = Total(standing),
            ExceptionCount = missing.Count,
            Exceptions = { missing.Select(MissingThere) },
            Closed = closes || wasClosed,
            CloseTime = closes
                ? Timestamp.FromDateTimeOffset(now)
                : books.ClosedDays.GetValueOrDefault(day).Time,
        };
        return new LawVerdict(LawAnswer.Done, response, closes ? _ => Close(day, request, now) : null);
    }

    private void Close(DateOnly day, LawRequest request, DateTimeOffset now) =>
        books.ClosedDays.Add(day, (request.Caller.Id, Timestamp.FromDateTimeOffset(now)));

    private static Google.Type.Money Total(IEnumerable<LawSettlement> settlements) =>
        Money.FromPiastres(settlements.Sum(settlement => LawBooks.Piastres(settlement.Wire.Total))).ToWire();

    private static ReconciliationException MissingThere(LawSettlement settlement) => new()
    {
        Kind = ReconciliationExceptionKind.MissingThere,
        EntryKind = ReconciliationEntryKind.Settlement,
        SettlementNumber = settlement.Wire.SettlementNumber,
        BranchCode = settlement.Wire.Counter.BranchCode,
        GatewayAmount = settlement.Wire.Total,
    };
}
