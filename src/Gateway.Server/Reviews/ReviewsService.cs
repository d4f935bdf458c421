using Gateway.Contracts.V1;
using Gateway.Server.Appeals;
using Gateway.Server.Requests;
using Grpc.Core;

namespace Gateway.Server.Reviews;

/// <summary>Serves <c>AppealReviewService</c>.</summary>
internal sealed class ReviewsService(ReviewDesk reviews, ReviewQueueDesk queue)
    : AppealReviewService.AppealReviewServiceBase
{
    /// <inheritdoc />
    public override async Task<ListOpenAppealsResponse> ListOpenAppeals(
        ListOpenAppealsRequest request, ServerCallContext context)
    {
        var open = await queue.ListAsync(ReviewRequests.Read(request), context.CancellationToken);
        return new ListOpenAppealsResponse
        {
            Appeals = { open.Page.Select(item => AppealMapping.ToWire(item, open.AsOf)) },
            NextPageToken = open.Next?.ToString() ?? "",
            OpenCount = open.Totals.OpenCount,
            OverdueCount = open.Totals.OverdueCount,
        };
    }

    /// <inheritdoc />
    public override Task<AdvanceAppealResponse> AdvanceAppeal(AdvanceAppealRequest request, ServerCallContext context)
    {
        var order = ReviewRequests.Read(request, context.Grant(), context.Call());
        return reviews.AdvanceAsync(order, context.CancellationToken);
    }

    /// <inheritdoc />
    public override Task<DecideAppealResponse> DecideAppeal(DecideAppealRequest request, ServerCallContext context)
    {
        var order = ReviewRequests.Read(request, context.Grant(), context.Call());
        return reviews.DecideAsync(order, context.CancellationToken);
    }
}
