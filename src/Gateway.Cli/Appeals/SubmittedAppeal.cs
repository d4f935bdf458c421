using Gateway.Cli.Connection;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Appeals;

/// <summary>
/// An appeal that an earlier try submitted. The request is only the same one if it says the same time of payment, which
/// the appeal knows; then the gateway answers as it did, receipt included.
/// </summary>
internal static class SubmittedAppeal
{
    /// <summary>The appellant's appeal that a request made; null where there is none.</summary>
    public static async Task<Appeal?> FindAsync(
        GatewaySession session, string requestId, string nationalId, CancellationToken stop)
    {
        var request = new ListAppealsRequest { Counter = session.Counter, AppellantNationalId = nationalId };
        do
        {
            var page = await session.Client.Appeals.ListAppealsAsync(request, cancellationToken: stop);
            foreach (var summary in page.Appeals)
            {
                var question = new GetAppealRequest
                {
                    Counter = session.Counter,
                    AppealNumber = summary.AppealNumber,
                    AppellantNationalId = nationalId,
                };
                var found = await session.Client.Appeals.GetAppealAsync(question, cancellationToken: stop);
                if (found.Appeal.RequestId == requestId)
                    return found.Appeal;
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return null;
    }

    /// <summary>
    /// The payment with the time at which it was made; what else differs stays, for the gateway to refuse.
    /// </summary>
    public static Payment? AsPaid(Payment? payment, Payment? made)
    {
        if (payment is null || made is null)
            return payment;

        var same = payment.Clone();
        same.CollectTime = made.CollectTime;
        return same;
    }
}
