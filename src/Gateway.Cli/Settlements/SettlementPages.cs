using Gateway.Cli.Connection;
using Gateway.Contracts.V1;
using Google.Type;

namespace Gateway.Cli.Settlements;

/// <summary>Asks for every page of the settlements of a business day.</summary>
internal static class SettlementPages
{
    private const int PageSize = 500;

    /// <summary>
    /// The last page's answer with the settlements of all pages in it; so its totals are the newest. Each page is a
    /// call with evidence of its own.
    /// </summary>
    public static async Task<ListSettlementsResponse> AllAsync(
        GatewaySession session, Date day, string? branch, CancellationToken stop)
    {
        var request = new ListSettlementsRequest
        {
            Counter = session.Counter,
            BusinessDate = day,
            BranchCode = branch ?? "",
            PageSize = PageSize,
        };
        var settlements = new List<SettlementSummary>();
        while (true)
        {
            var page = await session.Client.Settlements.ListSettlementsAsync(request, cancellationToken: stop);
            settlements.AddRange(page.Settlements);
            request.PageToken = page.NextPageToken;
            if (page.NextPageToken.Length > 0)
                continue;

            page.Settlements.Clear();
            page.Settlements.AddRange(settlements);
            return page;
        }
    }
}
