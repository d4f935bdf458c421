using Gateway.Contracts.V1;
using Gateway.Server.Requests;
using Grpc.Core;

namespace Gateway.Server.Settlements;

/// <summary>Serves <c>SettlementService</c>.</summary>
internal sealed class SettlementsService(SettlementDesk desk) : SettlementService.SettlementServiceBase
{
    /// <inheritdoc />
    public override async Task<SettleFinesResponse> SettleFines(SettleFinesRequest request, ServerCallContext context)
    {
        var order = SettlementRequests.Read(request, context.Grant(), context.Call());
        return await desk.SettleAsync(order, context.CancellationToken);
    }

    /// <inheritdoc />
    public override async Task<GetSettlementResponse> GetSettlement(
        GetSettlementRequest request, ServerCallContext context)
    {
        var question = SettlementRequests.Read(request, context.Grant());
        var settlement = await desk.FindAsync(question, context.CancellationToken);
        return new GetSettlementResponse { Settlement = settlement };
    }
}
