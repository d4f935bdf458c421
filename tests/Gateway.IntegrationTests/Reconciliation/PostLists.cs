using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Testing.Gateways;
using Google.Type;

namespace Gateway.IntegrationTests.Reconciliation;

/// <summary>The post's lists of a business day.</summary>
internal static class PostLists
{
    private const int EntriesPerMessage = 1_000;

    /// <summary>The messages of a list that has these settlements.</summary>
    public static List<ReconcileBusinessDayRequest> Of(
        Date businessDate, IEnumerable<Settlement> settlements, bool close)
    {
        var parts = new List<ReconcileBusinessDayRequest> { Header(businessDate, close) };
        parts.AddRange(Entries(settlements.Select(settlement => new ReconciliationEntry
        {
            SettlementNumber = settlement.SettlementNumber,
            Amount = settlement.Total.Clone(),
        })));
        return parts;
    }

    /// <summary>The first message of a list.</summary>
    public static ReconcileBusinessDayRequest Header(Date businessDate, bool close) => new()
    {
        RequestId = Some.RequestId(),
        Header = new ReconciliationHeader { BusinessDate = businessDate, Close = close },
    };

    /// <summary>The other messages, one after another.</summary>
    public static IEnumerable<ReconcileBusinessDayRequest> Entries(IEnumerable<ReconciliationEntry> entries) =>
        entries.Chunk(EntriesPerMessage).Select(chunk => new ReconcileBusinessDayRequest
        {
            Entries = new ReconciliationEntries { Entries = { chunk } },
        });

    /// <summary>Sends a list and waits for the comparison.</summary>
    public static async Task<ReconcileBusinessDayResponse> SendAsync(
        GatewayClient client, IEnumerable<ReconcileBusinessDayRequest> parts)
    {
        using var call = client.Settlements.ReconcileBusinessDay(
            deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5));
        foreach (var part in parts)
            await call.RequestStream.WriteAsync(part);
        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    /// <summary>A number that a settlement of that day may have.</summary>
    public static string Number(Date businessDate, int serial) =>
        RecordNumber.Create(DateOf(businessDate), _ => serial);

    /// <summary>The date.</summary>
    public static DateOnly DateOf(Date date) => new(date.Year, date.Month, date.Day);
}
