using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Server.Pki;

namespace Gateway.Server.Operations;

/// <summary><c>/certs</c> of the probes' listener: what is in force, as JSON. Nothing in it is secret.</summary>
internal static class StatusEndpoint
{
    /// <summary>The path.</summary>
    public const string Path = "/certs";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Answers.</summary>
    public static Task AnswerAsync(HttpContext http) => http.Response.WriteAsJsonAsync(
        http.RequestServices.GetRequiredService<PkiStatusReader>().Read(), Json, http.RequestAborted);
}
