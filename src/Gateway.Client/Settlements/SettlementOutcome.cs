using Gateway.Contracts.V1;
using Grpc.Core;

namespace Gateway.Client.Settlements;

/// <summary>What became of a request to settle: it was carried out, or it never will be. Proven by evidence.</summary>
public abstract record SettlementOutcome
{
    private SettlementOutcome()
    {
    }

    /// <summary>The request made a settlement: the money is the prosecution's, the citizen gets the receipt.</summary>
    /// <param name="Settlement">The settlement.</param>
    public sealed record Settled(Settlement Settlement) : SettlementOutcome;

    /// <summary>
    /// The request made nothing and never will: the money goes back to the citizen. A new payment needs a new
    /// <c>request_id</c>.
    /// </summary>
    /// <param name="Abandonment">Since when.</param>
    /// <param name="Failure">How the last attempt to settle had failed, a refusal or a call without an answer; null
    /// where none was made.</param>
    public sealed record Abandoned(Abandonment Abandonment, RpcException? Failure) : SettlementOutcome;
}
