using System.Text.Json;
using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Appeals, their items and stages. Lives as long as its session; not thread-safe.</summary>
public sealed class AppealStore(DatabaseSession session)
{
    /// <summary>Records an appeal without its items. A trigger records its first stage.</summary>
    /// <returns>Its key.</returns>
    /// <exception cref="DuplicateRowException">From the transaction: its number, its caller and request id, or the
    /// method and reference of its fee are in use.</exception>
    public Task<long> InsertAsync(NewAppeal appeal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(appeal);
        return session.GetAsync<long>(StatementName.AppealInsert, Parameters(appeal), cancellationToken);
    }

    /// <summary>Records the items of an appeal, numbered in the order given.</summary>
    /// <exception cref="DuplicateRowException">From the transaction: a fine is under another open appeal.</exception>
    public Task InsertItemsAsync(
        long appealId, IReadOnlyCollection<NewAppealItem> items, CancellationToken cancellationToken)
    {
        var rows = items.Select((item, index) => new
        {
            line_number = index + 1,
            fine_id = item.FineId,
            settlement_id = item.Payment?.SettlementId,
            paid = item.Payment?.Amount.Piastres,
            ground = (int)item.Ground,
            statement = item.Statement,
            amount = item.Amount.Piastres,
            fees = item.Fees.Piastres,
            contested = item.ContestedAmount.Piastres,
        });
        return session.ExecuteAsync(
            StatementName.AppealItemInsert,
            new { AppealId = appealId, Items = SqlText.Json(JsonSerializer.Serialize(rows)) },
            cancellationToken);
    }

    /// <summary>The appeal with this number; null where there is none.</summary>
    public async Task<AppealRecord?> FindByNumberAsync(string appealNumber, CancellationToken cancellationToken) =>
        (await session.FindAsync<AppealRow>(
            StatementName.AppealFindByNumber, NumberParameters(appealNumber), cancellationToken)
            .ConfigureAwait(false))?.ToRecord();

    /// <summary>The items of an appeal, in the order in which they were recorded.</summary>
    public async Task<IReadOnlyList<AppealItemRecord>> ListItemsAsync(
        long appealId, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<AppealItemRow>(
            StatementName.AppealItemList, new { AppealId = appealId }, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>The stages of an appeal, the first first.</summary>
    public async Task<IReadOnlyList<AppealEventRecord>> ListEventsAsync(
        long appealId, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<AppealEventRow>(
            StatementName.AppealEventList, new { AppealId = appealId }, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Moves an appeal that is still at the stage at which it was read. A trigger records the stage.</summary>
    /// <param name="appeal">The appeal as it was read.</param>
    /// <param name="move">Where it goes.</param>
    /// <param name="cancellationToken">Gives up before the statement starts.</param>
    /// <exception cref="RowChangedException">From the transaction: a program of the prosecution moved it
    /// meanwhile.</exception>
    public async Task MoveAsync(AppealRecord appeal, AppealMove move, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(appeal);
        ArgumentNullException.ThrowIfNull(move);
        var changed = await session.ExecuteAsync(
            StatementName.AppealMove,
            new
            {
                appeal.Id,
                FromStage = (int)appeal.Stage,
                ToStage = (int)move.Stage,
                Actor = SqlText.Ansi(move.Actor, ColumnLength.Caller),
                Note = SqlText.Unicode(move.PublicNote, ColumnLength.PublicNote),
                Time = new DbTime(move.Time),
                Result = (int?)move.Result,
            },
            cancellationToken).ConfigureAwait(false);
        if (changed != 1)
            throw new RowChangedException();
    }

    /// <summary>Lets go of the fines of an appeal that is taken back.</summary>
    public Task CloseItemsAsync(long appealId, CancellationToken cancellationToken) => session.ExecuteAsync(
        StatementName.AppealItemClose, new { AppealId = appealId }, cancellationToken);

    /// <summary>Records what is decided about each item, and lets go of its fine.</summary>
    public Task DecideItemsAsync(
        long appealId, IReadOnlyCollection<AppealItemDecision> decisions, CancellationToken cancellationToken)
    {
        var rows = decisions.Select(decision => new
        {
            fine_id = decision.FineId,
            decision = (int)decision.Decision,
            new_amount = decision.NewAmount?.Piastres,
            wrongly_recorded = decision.IsWronglyRecorded ? 1 : 0,
            reason = decision.Reason,
        });
        return session.ExecuteAsync(
            StatementName.AppealItemDecide,
            new { AppealId = appealId, Decisions = SqlText.Json(JsonSerializer.Serialize(rows)) },
            cancellationToken);
    }

    /// <summary>Whether an appeal has this number.</summary>
    public async Task<bool> NumberExistsAsync(string appealNumber, CancellationToken cancellationToken) =>
        await session.GetAsync<long>(
            StatementName.AppealNumberExists, NumberParameters(appealNumber), cancellationToken)
            .ConfigureAwait(false) > 0;

    /// <summary>Whether a fee with this method and reference was taken. Never so for cash.</summary>
    public async Task<bool> FeeReferenceExistsAsync(
        PaymentMethod method, string reference, CancellationToken cancellationToken) =>
        await session.GetAsync<long>(
            StatementName.AppealFeeReferenceExists,
            new
            {
                PaymentMethod = (int)method,
                PaymentReference = SqlText.Ansi(reference, ColumnLength.PaymentReference),
            },
            cancellationToken).ConfigureAwait(false) > 0;

    private static object NumberParameters(string appealNumber) =>
        new { AppealNumber = SqlText.Ansi(appealNumber, ColumnLength.RecordNumber) };

    private static object Parameters(NewAppeal appeal) => new
    {
        AppealNumber = SqlText.Ansi(appeal.AppealNumber, ColumnLength.RecordNumber),
        Caller = SqlText.Ansi(appeal.Caller, ColumnLength.Caller),
        RequestId = SqlText.Ansi(appeal.RequestId, ColumnLength.RequestId),
        BranchCode = SqlText.Ansi(appeal.BranchCode, ColumnLength.BranchCode),
        CounterCode = SqlText.Ansi(appeal.CounterCode, ColumnLength.CounterCode),
        TellerCode = SqlText.Ansi(appeal.TellerCode, ColumnLength.TellerCode),
        appeal.Subject.VehicleId,
        appeal.Subject.DriverId,
        appeal.IsWhole,
        AppellantName = SqlText.Unicode(appeal.AppellantName.Value, ColumnLength.PersonName),
        AppellantNationalId = SqlText.Ansi(appeal.AppellantNationalId.Value, ColumnLength.NationalId),
        MobileNumber = SqlText.Ansi(appeal.MobileNumber.Value, ColumnLength.MobileNumber),
        SmsLanguage = (int)appeal.SmsLanguage,
        appeal.FeeAmount,
        FeePaymentMethod = (int?)appeal.FeePaymentMethod,
        FeePaymentReference = SqlText.Ansi(appeal.FeePaymentReference, ColumnLength.PaymentReference),
        FeeCollectTime = new DbOptionalTime(appeal.FeeCollectTime),
        BusinessDate = new DbDate(appeal.BusinessDate),
        SubmitTime = new DbTime(appeal.SubmitTime),
        DueTime = new DbTime(appeal.DueTime),
    };
}
