using System.Text.Json;
using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Settlements and their items. Lives as long as its session; not thread-safe.</summary>
public sealed class SettlementStore(DatabaseSession session)
{
    /// <summary>Records a settlement without its items.</summary>
    /// <returns>Its key.</returns>
    /// <exception cref="DuplicateRowException">From the transaction: its number, its caller and request id, or its
    /// payment method and reference are in use.</exception>
    public Task<long> InsertAsync(NewSettlement settlement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settlement);
        return session.GetAsync<long>(StatementName.SettlementInsert, Parameters(settlement), cancellationToken);
    }

    /// <summary>Records the items of a settlement, numbered in the order given.</summary>
    /// <exception cref="DuplicateRowException">From the transaction: a fine stands in another settlement that is not
    /// reversed.</exception>
    public Task InsertItemsAsync(
        long settlementId, IReadOnlyCollection<NewSettlementItem> items, CancellationToken cancellationToken)
    {
        var rows = items.Select((item, index) => new
        {
            line_number = index + 1,
            fine_id = item.FineId,
            piastres = item.Amount.Piastres,
        });
        return session.ExecuteAsync(
            StatementName.SettlementItemInsert,
            new { SettlementId = settlementId, Items = SqlText.Json(JsonSerializer.Serialize(rows)) },
            cancellationToken);
    }

    /// <summary>The settlement with this number; null where there is none.</summary>
    public Task<SettlementRecord?> FindByNumberAsync(string settlementNumber, CancellationToken cancellationToken) =>
        FindAsync(StatementName.SettlementFindByNumber, NumberParameters(settlementNumber), cancellationToken);

    /// <summary>The settlement that this request of this caller made; null where there is none.</summary>
    public Task<SettlementRecord?> FindByRequestAsync(
        string caller, string requestId, CancellationToken cancellationToken) =>
        FindAsync(
            StatementName.SettlementFindByRequest,
            new
            {
                Caller = SqlText.Ansi(caller, ColumnLength.Caller),
                RequestId = SqlText.Ansi(requestId, ColumnLength.RequestId),
            },
            cancellationToken);

    /// <summary>The items of a settlement, in the order in which they were recorded.</summary>
    public async Task<IReadOnlyList<SettlementItemRecord>> ListItemsAsync(
        long settlementId, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<SettlementItemRow>(
            StatementName.SettlementItemList, new { SettlementId = settlementId }, cancellationToken)
            .ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>How each of these fines stands paid; one that is not paid is left out.</summary>
    public async Task<IReadOnlyDictionary<long, FinePayment>> ListPaidAsync(
        IReadOnlyCollection<long> fineIds, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<PaidFineRow>(
            StatementName.SettlementItemListActive,
            new { FineIds = SqlText.Json(JsonSerializer.Serialize(fineIds)) },
            cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.FineId, row => new FinePayment(row.SettlementId, row.Amount));
    }

    /// <summary>Whether a settlement has this number.</summary>
    public async Task<bool> NumberExistsAsync(string settlementNumber, CancellationToken cancellationToken) =>
        await session.GetAsync<long>(
            StatementName.SettlementNumberExists, NumberParameters(settlementNumber), cancellationToken)
            .ConfigureAwait(false) > 0;

    /// <summary>Whether a payment with this method and reference was taken. Never so for cash.</summary>
    public async Task<bool> PaymentReferenceExistsAsync(
        PaymentMethod method, string reference, CancellationToken cancellationToken) =>
        await session.GetAsync<long>(
            StatementName.SettlementPaymentReferenceExists,
            new
            {
                PaymentMethod = (int)method,
                PaymentReference = SqlText.Ansi(reference, ColumnLength.PaymentReference),
            },
            cancellationToken).ConfigureAwait(false) > 0;

    private static object NumberParameters(string settlementNumber) =>
        new { SettlementNumber = SqlText.Ansi(settlementNumber, ColumnLength.RecordNumber) };

    private static object Parameters(NewSettlement settlement) => new
    {
        SettlementNumber = SqlText.Ansi(settlement.SettlementNumber, ColumnLength.RecordNumber),
        Caller = SqlText.Ansi(settlement.Caller, ColumnLength.Caller),
        RequestId = SqlText.Ansi(settlement.RequestId, ColumnLength.RequestId),
        BranchCode = SqlText.Ansi(settlement.BranchCode, ColumnLength.BranchCode),
        CounterCode = SqlText.Ansi(settlement.CounterCode, ColumnLength.CounterCode),
        TellerCode = SqlText.Ansi(settlement.TellerCode, ColumnLength.TellerCode),
        settlement.Subject.VehicleId,
        settlement.Subject.DriverId,
        settlement.Total,
        PaymentMethod = (int)settlement.PaymentMethod,
        PaymentReference = SqlText.Ansi(settlement.PaymentReference, ColumnLength.PaymentReference),
        CollectTime = new DbTime(settlement.CollectTime),
        PayerName = SqlText.Unicode(settlement.PayerName?.Value, ColumnLength.PersonName),
        PayerNationalId = SqlText.Ansi(settlement.PayerNationalId?.Value, ColumnLength.NationalId),
        PayerMobileNumber = SqlText.Ansi(settlement.PayerMobileNumber?.Value, ColumnLength.MobileNumber),
        BusinessDate = new DbDate(settlement.BusinessDate),
        SettleTime = new DbTime(settlement.SettleTime),
    };

    private async Task<SettlementRecord?> FindAsync(string statement, object parameters, CancellationToken ct) =>
        (await session.FindAsync<SettlementRow>(statement, parameters, ct).ConfigureAwait(false))?.ToRecord();
}
