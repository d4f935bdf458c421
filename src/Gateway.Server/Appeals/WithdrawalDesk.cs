using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Errors;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using AppealStage = Gateway.Domain.AppealStage;

namespace Gateway.Server.Appeals;

/// <summary>Takes appeals back: each fine is again as it was (law 7). Thread-safe.</summary>
internal sealed class WithdrawalDesk(RequestOnce once, TimeProvider time)
{
    /// <summary>Carries the order out, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED, APPEAL_UNKNOWN, PERSON_MISMATCH,
    /// APPEAL_STAGE_CONFLICT. Nothing is changed then.
    /// </exception>
    public Task<WithdrawAppealResponse> WithdrawAsync(WithdrawalOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(order.Request, async session =>
        {
            var appeal = await AppealAccess.HoldAsync(session, order.Appeal, cancellationToken);
            AppealMoves.Check(appeal.Details.AppealNumber, appeal.Stage, AppealStage.Withdrawn);

            var appeals = new AppealStore(session);
            var items = await appeals.ListItemsAsync(appeal.Id, cancellationToken);
            var fines = new FineStore(session);
            var held = await fines.HoldByNumbersAsync([.. items.Select(item => item.FineNumber)], cancellationToken);
            var isPaid = items.ToDictionary(item => item.Details.FineId, item => item.IsPaid);

            // One that a program of the prosecution took out of the appeal meanwhile stays as that left it.
            await fines.ChangeAsync(
                [
                    .. held.Where(fine => fine.Status == Domain.FineStatus.UnderAppeal)
                        .Select(fine => new FineChange(
                            fine,
                            isPaid[fine.Id] ? Domain.FineStatus.Settled : Domain.FineStatus.Outstanding,
                            fine.Amount)),
                ],
                cancellationToken);
            await appeals.CloseItemsAsync(appeal.Id, cancellationToken);
            var move = new AppealMove(
                AppealStage.Withdrawn, order.Request.Caller, null, Milliseconds.Of(time.GetUtcNow()));
            await appeals.MoveAsync(appeal, move, cancellationToken);
            return new WithdrawAppealResponse
            {
                Appeal = await AppealView.ReadAsync(
                    session, appeal with { Stage = AppealStage.Withdrawn }, showActors: false, cancellationToken),
            };
        }, cancellationToken);
}
