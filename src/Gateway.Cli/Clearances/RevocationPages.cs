using Gateway.Cli.Connection;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Clearances;

/// <summary>Asks for every page of the codes that no longer count.</summary>
internal static class RevocationPages
{
    private const int PageSize = 10_000;

    /// <summary>
    /// The last page's answer with the codes of all pages in it. Each page is a call with evidence of its own.
    /// </summary>
    public static async Task<ListClearanceRevocationsResponse> AllAsync(
        GatewaySession session, long cursor, CancellationToken stop)
    {
        var request = new ListClearanceRevocationsRequest
        {
            Counter = session.Counter,
            Cursor = cursor,
            PageSize = PageSize,
        };
        var revocations = new List<ClearanceRevocation>();
        while (true)
        {
            var page = await session.Client.Clearances
                .ListClearanceRevocationsAsync(request, cancellationToken: stop);
            revocations.AddRange(page.Revocations);
            request.Cursor = page.NextCursor;
            if (page.HasMore)
                continue;

            page.Revocations.Clear();
            page.Revocations.AddRange(revocations);
            return page;
        }
    }
}
