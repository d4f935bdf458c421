using Gateway.Cli.Connection;
using Gateway.Client;
using Gateway.Client.Settlements;
using Gateway.Contracts.V1;
using Grpc.Core;

namespace Gateway.Cli.Fines;

/// <summary>Sends a settlement until its outcome is known, always with the same request id.</summary>
internal static class Settler
{
    /// <summary>Settles; where no certain answer comes, finds out what became of it or forbids it.</summary>
    /// <exception cref="RpcException">It was refused: nothing was done.</exception>
    /// <exception cref="SettlementOutcomeUnknownException">Not even that could be found out.</exception>
    public static Task<SettlementOutcome> SettleAsync(
        GatewaySession session, SettleFinesRequest request, CancellationToken stop)
    {
        var amount = MoneyText.WithCurrency(request.Payment.Amount);
        session.Terminal.Note($"Settling {request.Items.Count} fine(s), {amount}, request {request.RequestId}");
        return session.Client.SettleAsync(request, stop);
    }

    /// <summary>The settlement that a request made; null where there is none.</summary>
    public static async Task<GetSettlementResponse?> FindAsync(
        GatewaySession session, string requestId, CancellationToken stop)
    {
        try
        {
            var request = new GetSettlementRequest { RequestId = requestId, Counter = session.Counter };
            return await session.Client.Settlements.GetSettlementAsync(request, cancellationToken: stop);
        }
        catch (GatewayRefusedException e) when (e.Reason == "SETTLEMENT_UNKNOWN")
        {
            return null;
        }
    }
}
