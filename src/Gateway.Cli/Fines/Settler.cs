using Gateway.Cli.Connection;
using Gateway.Client;
using Gateway.Contracts.V1;
using Grpc.Core;

namespace Gateway.Cli.Fines;

/// <summary>Sends a settlement until its outcome is known, always with the same request id.</summary>
internal static class Settler
{
    private const int Attempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Settles, and tries again where the outcome is unknown.</summary>
    /// <exception cref="RpcException">It was refused, or its outcome is still unknown after the last
    /// attempt.</exception>
    public static async Task<SettleFinesResponse> SettleAsync(
        GatewaySession session, SettleFinesRequest request, CancellationToken stop)
    {
        var amount = MoneyText.WithCurrency(request.Payment.Amount);
        session.Terminal.Note($"Settling {request.Items.Count} fine(s), {amount}, request {request.RequestId}");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await session.Client.Settlements.SettleFinesAsync(request, cancellationToken: stop);
            }
            catch (RpcException e) when (attempt < Attempts && MayTryAgain(e) && !stop.IsCancellationRequested)
            {
                session.Terminal.Note($"No certain answer ({e.StatusCode}); sending the same request again.");
                await Task.Delay((e as GatewayRefusedException)?.RetryDelay ?? Pause, session.Time, stop);
            }
        }
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

    private static bool MayTryAgain(RpcException e) => e is not GatewayRefusedException refusal
        || refusal.IsOutcomeUnknown || refusal.RetryDelay is not null;
}
