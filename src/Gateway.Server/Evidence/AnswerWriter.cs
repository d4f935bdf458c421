using System.Globalization;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Gateway.Server.Calls;
using Google.Protobuf;

namespace Gateway.Server.Evidence;

/// <summary>
/// Writes the end of an answer: status and evidence, behind messages as trailers, else as headers (gRPC over HTTP/2,
/// "Responses").
/// </summary>
internal static class AnswerWriter
{
    /// <summary>An answer without messages.</summary>
    public static void WriteTrailersOnly(HttpContext http, CallOutcome outcome, ResponseEvidence? evidence)
    {
        http.Response.ContentType = "application/grpc";
        Append(http.Response.Headers, outcome, evidence);
    }

    /// <summary>An answer with messages, those of <paramref name="held"/> or those that were streamed before.</summary>
    public static async Task WriteAsync(
        HttpContext http,
        IHttpResponseBodyFeature body,
        ReadOnlyMemory<byte> held,
        CallOutcome outcome,
        ResponseEvidence? evidence)
    {
        if (held.Length > 0)
        {
            await body.StartAsync();
            held.CopyTo(body.Writer.GetMemory(held.Length));
            body.Writer.Advance(held.Length);
        }

        Append(http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers, outcome, evidence);
    }

    private static void Append(IHeaderDictionary headers, CallOutcome outcome, ResponseEvidence? evidence)
    {
        headers["grpc-status"] = ((int)outcome.Code).ToString(CultureInfo.InvariantCulture);
        if (outcome.Message.Length > 0)
            headers["grpc-message"] = outcome.Message;
        if (outcome.Details is { } details)
            headers["grpc-status-details-bin"] = Convert.ToBase64String(details);
        if (evidence is not null)
            headers[EvidenceNames.ResponseTrailer] = Convert.ToBase64String(evidence.ToByteArray());
    }
}
