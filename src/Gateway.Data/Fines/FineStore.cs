using System.Text.Json;
using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Fines. Lives as long as its session; not thread-safe.</summary>
public sealed class FineStore(DatabaseSession session)
{
    /// <summary>One page of a subject's fines, the oldest first (violation time, then key).</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="includeClosed">Also those that are settled or cancelled.</param>
    /// <param name="after">Last fine of the page before; null for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up before the statement starts.</param>
    public async Task<IReadOnlyList<FineRecord>> ListBySubjectAsync(
        SubjectKey subject, bool includeClosed, FineCursor? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var statement = subject.Kind == SubjectKind.Vehicle
            ? StatementName.FineListByVehicle
            : StatementName.FineListByDriver;
        var rows = await session.ListAsync<FineRow>(
            statement,
            new
            {
                SubjectId = subject.Id,
                IncludeClosed = includeClosed ? 1 : 0,
                AfterTime = after is { } cursor ? new DbTime(cursor.ViolationTime) : DbTime.First,
                AfterId = after?.Id ?? 0,
                Limit = limit,
            },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Counts and totals over all of a subject's fines.</summary>
    public async Task<FineTotals> TotalsBySubjectAsync(SubjectKey subject, CancellationToken cancellationToken)
    {
        var statement = subject.Kind == SubjectKind.Vehicle
            ? StatementName.FineTotalsByVehicle
            : StatementName.FineTotalsByDriver;
        var row = await session.GetAsync<FineTotalsRow>(statement, new { SubjectId = subject.Id }, cancellationToken)
            .ConfigureAwait(false);
        return row.ToRecord();
    }

    /// <summary>What keeps a subject from being clear, the oldest first (law 6).</summary>
    public async Task<IReadOnlyList<UnpaidFine>> ListUnpaidAsync(
        SubjectKey subject, CancellationToken cancellationToken)
    {
        var statement = subject.Kind == SubjectKind.Vehicle
            ? StatementName.FineListUnpaidByVehicle
            : StatementName.FineListUnpaidByDriver;
        var rows = await session.ListAsync<UnpaidFineRow>(
            statement, new { SubjectId = subject.Id }, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>The fine with this number; null where there is none.</summary>
    public async Task<FineRecord?> FindByNumberAsync(string fineNumber, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<FineRow>(
            StatementName.FineFindByNumber,
            new { FineNumber = SqlText.Ansi(fineNumber, ColumnLength.FineNumber) },
            cancellationToken).ConfigureAwait(false);
        return row?.ToRecord();
    }

    /// <summary>
    /// The fines with these numbers, the oldest first; numbers that are unknown are left out. Holds their rows until the
    /// transaction ends, so that nobody changes them meanwhile; within a write transaction only.
    /// </summary>
    public async Task<IReadOnlyList<FineRecord>> HoldByNumbersAsync(
        IReadOnlyCollection<string> fineNumbers, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<FineRow>(
            StatementName.FineHoldByNumbers,
            new { Numbers = SqlText.Json(JsonSerializer.Serialize(fineNumbers)) },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Puts fines into another state, all that are still as they were read.</summary>
    /// <exception cref="RowChangedException">From the transaction: one is not, because a program of the prosecution
    /// changed it meanwhile.</exception>
    public Task ChangeStatusAsync(
        IReadOnlyCollection<FineRecord> fines, FineStatus status, CancellationToken cancellationToken) =>
        ChangeAsync([.. fines.Select(fine => new FineChange(fine, status, fine.Amount))], cancellationToken);

    /// <summary>Puts fines into other states, with other amounts, all that are still as they were read.</summary>
    /// <exception cref="RowChangedException">From the transaction: one is not, because a program of the prosecution
    /// changed it meanwhile.</exception>
    public async Task ChangeAsync(IReadOnlyCollection<FineChange> changes, CancellationToken cancellationToken)
    {
        var rows = changes.Select(change => new
        {
            id = change.Fine.Id,
            status = (int)change.Fine.Status,
            amount = change.Fine.Amount.Piastres,
            fees = change.Fine.Fees.Piastres,
            new_status = (int)change.Status,
            new_amount = change.Amount.Piastres,
        });
        var changed = await session.ExecuteAsync(
            StatementName.FineChange,
            new { Fines = SqlText.Json(JsonSerializer.Serialize(rows)) },
            cancellationToken).ConfigureAwait(false);
        if (changed != changes.Count)
            throw new RowChangedException();
    }
}
