using Gateway.Cli.Connection;
using Gateway.Contracts.V1;
using Google.Protobuf.Collections;

namespace Gateway.Cli.Appeals;

/// <summary>
/// Asks for pages of appeals up to a number of them: the last page's answer with the appeals of all pages in it. Each
/// page is a call with evidence of its own.
/// </summary>
internal static class AppealPages
{
    private const int MaxPageSize = 200;

    /// <summary>The appeals that a request asks for.</summary>
    public static Task<ListAppealsResponse> ListAsync(
        GatewaySession session, ListAppealsRequest request, int limit, CancellationToken stop) => CollectAsync(
            limit,
            async (pageSize, token) =>
            {
                request.PageSize = pageSize;
                request.PageToken = token;
                return await session.Client.Appeals.ListAppealsAsync(request, cancellationToken: stop);
            },
            page => (page.Appeals, page.NextPageToken));

    /// <summary>The open appeals that a request asks for.</summary>
    public static Task<ListOpenAppealsResponse> ListAsync(
        GatewaySession session, ListOpenAppealsRequest request, int limit, CancellationToken stop) => CollectAsync(
            limit,
            async (pageSize, token) =>
            {
                request.PageSize = pageSize;
                request.PageToken = token;
                return await session.Client.Reviews.ListOpenAppealsAsync(request, cancellationToken: stop);
            },
            page => (page.Appeals, page.NextPageToken));

    // Every page is as large as the first: a token may be for its size only.
    private static async Task<T> CollectAsync<T>(
        int limit,
        Func<int, string, Task<T>> ask,
        Func<T, (RepeatedField<AppealSummary> Appeals, string NextPageToken)> read)
    {
        var pageSize = Math.Min(limit, MaxPageSize);
        var all = new List<AppealSummary>();
        var token = "";
        while (true)
        {
            var answer = await ask(pageSize, token);
            var page = read(answer);
            all.AddRange(page.Appeals);
            token = page.NextPageToken;
            if (token.Length > 0 && all.Count < limit)
                continue;

            page.Appeals.Clear();
            page.Appeals.AddRange(all);
            return answer;
        }
    }
}
