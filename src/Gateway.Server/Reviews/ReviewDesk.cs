using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Appeals;
using Gateway.Server.Errors;
using Gateway.Server.Refunds;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using Google.Rpc;
using AppealStage = Gateway.Domain.AppealStage;

namespace Gateway.Server.Reviews;

/// <summary>Moves appeals along their stages and decides them (laws 7 and 8). Thread-safe.</summary>
internal sealed class ReviewDesk(RequestOnce once, BusinessCalendar calendar, TimeProvider time)
{
    /// <summary>Carries the order out, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED, APPEAL_UNKNOWN, APPEAL_STAGE_CONFLICT,
    /// APPEAL_CHANGED. Nothing is changed then.
    /// </exception>
    public Task<AdvanceAppealResponse> AdvanceAsync(AdvanceOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(order.Request, async session =>
        {
            var appeal = await HoldAsync(session, order.AppealNumber, order.Stage, order.Etag, cancellationToken);
            var move = new AppealMove(
                order.Stage, order.Request.Caller, order.PublicNote, Milliseconds.Of(time.GetUtcNow()));
            await new AppealStore(session).MoveAsync(appeal, move, cancellationToken);
            return new AdvanceAppealResponse
            {
                Appeal = await AppealView.ReadAsync(
                    session, appeal with { Stage = order.Stage }, showActors: true, cancellationToken),
            };
        }, cancellationToken);

    /// <summary>Carries the order out, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED, APPEAL_UNKNOWN, APPEAL_STAGE_CONFLICT,
    /// APPEAL_CHANGED, INVALID_FIELDS, FINE_CHANGED, AMOUNT_MISMATCH. Nothing is changed then.
    /// </exception>
    public Task<DecideAppealResponse> DecideAsync(DecisionOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(order.Request, async session =>
        {
            var appeal = await HoldAsync(
                session, order.AppealNumber, AppealStage.Decided, order.Etag, cancellationToken);
            var appeals = new AppealStore(session);
            var items = await appeals.ListItemsAsync(appeal.Id, cancellationToken);
            var fines = new FineStore(session);
            var held = await fines.HoldByNumbersAsync([.. items.Select(item => item.FineNumber)], cancellationToken);
            var decided = DecidedItems.Match(order, items, held);

            var now = Milliseconds.Of(time.GetUtcNow());
            await fines.ChangeAsync(
                [.. decided.Select(item => new FineChange(item.Fine, item.Outcome.Status, item.Outcome.Amount))],
                cancellationToken);
            await appeals.DecideItemsAsync(appeal.Id, [.. decided.Select(Decision)], cancellationToken);
            await new DueRefunds(session, calendar).InsertAsync(appeal, decided, now, cancellationToken);
            var result = AppealResults.Of([.. decided.Select(item => (
                item.Order.Decision, item.Item.Details.Amount, item.Item.Details.ContestedAmount,
                item.Order.NewAmount))]);
            var move = new AppealMove(AppealStage.Decided, order.Request.Caller, order.PublicNote, now, result);
            await appeals.MoveAsync(appeal, move, cancellationToken);
            var refunds = await new RefundPayoutStore(session).ListByAppealAsync(
                appeal.Id, includePaid: false, int.MaxValue, cancellationToken);
            return new DecideAppealResponse
            {
                Appeal = await AppealView.ReadAsync(
                    session, appeal with { Stage = AppealStage.Decided, Result = result }, showActors: true,
                    cancellationToken),
                Refunds = { refunds.Select(RefundMapping.ToWire) },
            };
        }, cancellationToken);

    private static async Task<AppealRecord> HoldAsync(
        DatabaseSession session, string number, AppealStage to, string etag, CancellationToken cancellationToken)
    {
        var appeal = await AppealAccess.HoldAsync(session, new AppealKey(number, null, null), cancellationToken);
        AppealMoves.Check(number, appeal.Stage, to);
        var now = await AppealView.EtagAsync(session, appeal, cancellationToken);
        if (now != etag)
            throw new Refusal(ErrorReason.AppealChanged)
            {
                Preconditions =
                [
                    new PreconditionFailure.Types.Violation
                    {
                        Type = "APPEAL_ETAG",
                        Subject = number,
                        Description = $"Now etag {now}.",
                    },
                ],
            }.ToException();
        return appeal;
    }

    private static Data.AppealItemDecision Decision(DecidedItem item) => new(
        item.Fine.Id, item.Order.Decision, item.Order.NewAmount, item.Order.IsWronglyRecorded, item.Order.Reason);
}
