using Gateway.Cli.Connection;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Fines;

/// <summary>Asks for every page of the fines against a subject.</summary>
internal static class FineInquiry
{
    private const int PageSize = 200;

    /// <summary>
    /// The first page's answer with the fines of all pages in it. Each page is a call with evidence of its own.
    /// </summary>
    public static async Task<InquireFinesResponse> AllAsync(
        GatewaySession session, Subject subject, bool includeClosed, CancellationToken stop)
    {
        var request = new InquireFinesRequest
        {
            Subject = subject,
            Counter = session.Counter,
            IncludeClosed = includeClosed,
            PageSize = PageSize,
        };
        var all = await session.Client.Fines.InquireFinesAsync(request, cancellationToken: stop);
        while (all.NextPageToken.Length > 0)
        {
            request.PageToken = all.NextPageToken;
            var page = await session.Client.Fines.InquireFinesAsync(request, cancellationToken: stop);
            all.Fines.AddRange(page.Fines);
            all.NextPageToken = page.NextPageToken;
        }

        return all;
    }
}
