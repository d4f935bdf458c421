using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Errors;
using Google.Rpc;

namespace Gateway.Server.Settlements;

/// <summary>The settlements of a business day at one moment.</summary>
internal sealed record DaySettlements(
    IReadOnlyList<SettlementListItem> Page, SettlementTotals Totals, bool IsClosed, SettlementPageToken? Next);

/// <summary>Answers which settlements there are. Each answer is of one snapshot. Thread-safe.</summary>
internal sealed class SettlementInquiryDesk(IProsecutionDatabase database, BusinessCalendar calendar)
{
    /// <summary>A settlement by its number or by the request that made it.</summary>
    /// <exception cref="RefusalException">SETTLEMENT_UNKNOWN, also for one that the caller may not see.</exception>
    public Task<Settlement> FindAsync(SettlementQuestion question, CancellationToken cancellationToken) =>
        database.ReadAsync(async session =>
        {
            var settlements = new SettlementStore(session);
            var found = question.SettlementNumber.Length > 0
                ? await settlements.FindByNumberAsync(question.SettlementNumber, cancellationToken)
                : await settlements.FindByRequestAsync(question.Caller, question.RequestId, cancellationToken);
            if (found is null || (question.OnlyBranch is { } branch && found.Details.BranchCode != branch))
                throw new Refusal(ErrorReason.SettlementUnknown).ToException();
            return await SettlementView.ReadAsync(session, found, calendar, cancellationToken);
        }, cancellationToken);

    /// <summary>The settlements of a business day.</summary>
    /// <exception cref="RefusalException">INVALID_FIELDS for another question's page token.</exception>
    public Task<DaySettlements> ListAsync(SettlementListQuestion question, CancellationToken cancellationToken)
    {
        if (question.After is { } token
            && (token.BusinessDate != question.BusinessDate || token.BranchCode != question.BranchCode))
            throw WrongToken();

        return database.ReadAsync(async session =>
        {
            var list = new SettlementListStore(session);
            var totals = await list.TotalsAsync(question.BusinessDate, question.BranchCode, cancellationToken);
            var day = await new BusinessDayStore(session).FindAsync(question.BusinessDate, cancellationToken);
            var page = await list.ListAsync(
                question.BusinessDate, question.BranchCode, question.After?.After, question.PageSize + 1,
                cancellationToken);
            if (page.Count <= question.PageSize)
                return new DaySettlements(page, totals, day.IsClosed, null);

            var last = page[question.PageSize - 1];
            var next = new SettlementPageToken(
                question.BusinessDate, question.BranchCode, new SettlementCursor(last.BranchCode, last.Id));
            return new DaySettlements([.. page.Take(question.PageSize)], totals, day.IsClosed, next);
        }, cancellationToken);
    }

    private static RefusalException WrongToken() => new Refusal(ErrorReason.InvalidFields)
    {
        Fields =
        [
            new BadRequest.Types.FieldViolation
            {
                Field = "page_token",
                Description = "belongs to another question",
            },
        ],
    }.ToException();
}
