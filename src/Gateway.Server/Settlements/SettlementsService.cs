using Gateway.Contracts.V1;
using Gateway.Server.Reconciliation;
using Gateway.Server.Requests;
using Grpc.Core;

namespace Gateway.Server.Settlements;

/// <summary>Serves <c>SettlementService</c>.</summary>
internal sealed class SettlementsService(
    SettlementDesk settlements,
    OverdueCeiling ceiling,
    SettlementInquiryDesk inquiry,
    AbandonmentDesk abandonments,
    ReversalDesk reversals,
    ReconciliationDesk reconciliation) : SettlementService.SettlementServiceBase
{
    /// <inheritdoc />
    public override Task<SettleFinesResponse> SettleFines(SettleFinesRequest request, ServerCallContext context)
    {
        var order = SettlementRequests.Read(request, context.Grant(), context.Call()) with
        {
            Ceiling = ceiling.Of(context.Call()),
        };
        return settlements.SettleAsync(order, context.CancellationToken);
    }

    /// <inheritdoc />
    public override async Task<GetSettlementResponse> GetSettlement(
        GetSettlementRequest request, ServerCallContext context)
    {
        var question = SettlementRequests.Read(request, context.Grant());
        var settlement = await inquiry.FindAsync(question, context.CancellationToken);
        return new GetSettlementResponse { Settlement = settlement };
    }

    /// <inheritdoc />
    public override Task<AbandonSettlementResponse> AbandonSettlement(
        AbandonSettlementRequest request, ServerCallContext context)
    {
        var abandoned = ReversalRequests.Read(request, context.Grant(), context.Call());
        return abandonments.AbandonAsync(abandoned, context.CancellationToken);
    }

    /// <inheritdoc />
    public override Task<ReverseSettlementResponse> ReverseSettlement(
        ReverseSettlementRequest request, ServerCallContext context)
    {
        var order = ReversalRequests.Read(request, context.Grant(), context.Call());
        return reversals.ReverseAsync(order, context.CancellationToken);
    }

    /// <inheritdoc />
    public override async Task<ListSettlementsResponse> ListSettlements(
        ListSettlementsRequest request, ServerCallContext context)
    {
        var question = SettlementListRequests.Read(request, context.Grant());
        return SettlementListRequests.ToWire(await inquiry.ListAsync(question, context.CancellationToken));
    }

    /// <inheritdoc />
    public override Task<ReconcileBusinessDayResponse> ReconcileBusinessDay(
        IAsyncStreamReader<ReconcileBusinessDayRequest> requestStream, ServerCallContext context) =>
        reconciliation.ReconcileAsync(
            new PostList(requestStream), context.Grant(), context.Call(), context.CancellationToken);
}
