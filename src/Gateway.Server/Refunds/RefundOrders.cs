using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Appeals;
using Gateway.Server.Replays;

namespace Gateway.Server.Refunds;

/// <summary>What a request to pay a refund out asks.</summary>
/// <param name="Request">The request that gave the order.</param>
/// <param name="Counter">Branch, counter and teller.</param>
/// <param name="RefundNumber">Number of the refund.</param>
/// <param name="Amount">What is paid.</param>
/// <param name="Recipient">Who stands at the counter.</param>
internal sealed record PayoutOrder(
    OnceRequest Request, Counter Counter, string RefundNumber, Money Amount, NationalId Recipient);

/// <summary>Which refunds are asked for: those of an appeal or those of a person.</summary>
/// <param name="Appeal">The appeal; null where a person is named.</param>
/// <param name="Recipient">The person; null where an appeal is named.</param>
/// <param name="IncludePaid">Also those that were paid out.</param>
internal sealed record RefundQuestion(AppealKey? Appeal, NationalId? Recipient, bool IncludePaid);
