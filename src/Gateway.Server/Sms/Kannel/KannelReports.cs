using Gateway.Data;

namespace Gateway.Server.Sms.Kannel;

/// <summary>
/// Takes Kannel's delivery reports on the loopback listener. Who reports proves itself by the token of the message, 128
/// random bits that only Kannel was told. Kannel asks again after every answer but 200 and 202, as often as its
/// <c>http-request-retry</c> says (default never). Thread-safe.
/// </summary>
/// <param name="database">Where the outbox is.</param>
/// <param name="time">The clock.</param>
internal sealed class KannelReports(IProsecutionDatabase database, TimeProvider time)
{
    /// <summary>Path of the endpoint.</summary>
    public const string Path = "/sms/report";

    private const int MaxId = 100;

    /// <summary>
    /// Answers a report: 200 where it was recorded or only tells of progress, 400 where it is none, 404 where no
    /// message has its token (any more), 503 where the database does not answer.
    /// </summary>
    public async Task AnswerAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.StatusCode = await TakeAsync(http.Request.Query, http.RequestAborted);
    }

    private async Task<int> TakeAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        if (query["token"] is not [{ Length: > 0 } token] || query["type"] is not [{ } type])
            return StatusCodes.Status400BadRequest;

        return type switch
        {
            "1" => await RecordAsync(token, isDelivered: true, Id(query), cancellationToken),
            "2" or "16" => await RecordAsync(token, isDelivered: false, Id(query), cancellationToken),
            // It is with the network, or under way: that it was sent is known since Kannel took it.
            "4" or "8" => StatusCodes.Status200OK,
            _ => StatusCodes.Status400BadRequest,
        };
    }

    private async Task<int> RecordAsync(
        string token, bool isDelivered, string? id, CancellationToken cancellationToken)
    {
        try
        {
            var isKnown = await database.WriteAsync(
                session => new SmsStore(session).ReportAsync(
                    token, isDelivered, id, time.GetUtcNow(), cancellationToken),
                cancellationToken);
            return isKnown ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        }
        catch (Exception exception) when (exception is DatabaseUnavailableException or RowChangedException)
        {
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    // The network's identifier is told to nobody but operators; one in another alphabet is left out.
    private static string? Id(IQueryCollection query) =>
        query["id"] is [{ Length: > 0 and <= MaxId } id] && id.All(c => c is > ' ' and <= '~') ? id : null;
}
