using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Errors;

namespace Gateway.Server.Requests;

/// <summary>The book of a day, for what counts to it (law 9).</summary>
internal static class OpenBusinessDay
{
    /// <summary>Keeps the day from being closed until the transaction ends.</summary>
    /// <exception cref="RefusalException">BUSINESS_DAY_CLOSED.</exception>
    public static async Task HoldAsync(
        DatabaseSession session, DateOnly businessDate, CancellationToken cancellationToken)
    {
        if ((await new BusinessDayStore(session).HoldAsync(businessDate, cancellationToken)).IsClosed)
            throw new Refusal(ErrorReason.BusinessDayClosed).ToException();
    }
}
