using System.Globalization;
using Grpc.Core;

namespace Gateway.Server.Errors;

/// <summary>
/// The status that grpc-dotnet set by itself: in the headers of an answer that has not begun, else in the trailers.
/// </summary>
internal static class TransportStatus
{
    private static readonly string[] Names = ["grpc-status", "grpc-message", "grpc-status-details-bin"];

    /// <summary>The status code; null where none was set.</summary>
    public static StatusCode? Read(HttpContext http)
    {
        var value = http.Response.Headers["grpc-status"];
        if (value.Count == 0)
            value = http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers["grpc-status"] ?? default;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? (StatusCode)code
            : null;
    }

    /// <summary>Takes the status away, so that the outcome is written once.</summary>
    public static void Clear(HttpContext http)
    {
        var trailers = http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        foreach (var name in Names)
        {
            if (!http.Response.HasStarted)
                http.Response.Headers.Remove(name);
            trailers?.Remove(name);
        }
    }
}
