using System.Collections.Frozen;
using System.Globalization;
using Gateway.Evidence;
using Gateway.Server.Callers;
using Gateway.Server.Limits;
using Grpc.AspNetCore.Server;
using Grpc.Core;

namespace Gateway.Server.Calls;

/// <summary>Begins calls. Thread-safe.</summary>
internal sealed class CallFactory(
    CallerDirectory callers, LimitOptions limits, TimeProvider time, IReadOnlyList<string> unsignedServices)
{
    private const int NonceBytes = 16;
    private const string GrpcType = "application/grpc";

    // Standard services that any authenticated caller may ask; nothing they say is worth keeping.
    private static readonly FrozenSet<string> OpenServices = FrozenSet.Create(
        StringComparer.Ordinal,
        "grpc.health.v1.Health",
        "grpc.reflection.v1.ServerReflection",
        "grpc.reflection.v1alpha.ServerReflection");

    /// <summary>Whether a request is a gRPC call at all.</summary>
    public static bool IsGrpc(HttpContext http) =>
        http.Request.ContentType is { } type
        && type.StartsWith(GrpcType, StringComparison.Ordinal)
        && (type.Length == GrpcType.Length || type[GrpcType.Length] is '+' or ';')
        && HttpMethods.IsPost(http.Request.Method);

    /// <summary>The call that a request begins.</summary>
    public Call Begin(HttpContext http)
    {
        var now = time.GetUtcNow();
        var method = http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method;
        var isOpen = method is not null && OpenServices.Contains(method.ServiceName);
        return new Call
        {
            Id = Guid.CreateVersion7(now),
            Path = http.Request.Path.Value ?? "",
            Method = method,
            IsOpen = isOpen,
            IsSigned = !isOpen && (method is null || !unsignedServices.Contains(method.ServiceName)),
            Nonce = NonceOf(http),
            Deadline = isOpen ? DateTimeOffset.MaxValue : now + Timeout(http, method?.Type == MethodType.ClientStreaming),
            Time = time,
            Aborted = http.RequestAborted,
            Identity = callers.Identify(http.Connection.ClientCertificate
                ?? throw new InvalidOperationException(
                    "A connection without a client certificate reached the gRPC listener.")),
        };
    }

    // A nonce of another form is not echoed; the caller finds it missing from the statement.
    private static string NonceOf(HttpContext http)
    {
        var header = http.Request.Headers[EvidenceNames.NonceHeader].ToString();
        Span<byte> nonce = stackalloc byte[NonceBytes + 2];
        var padded = header.Length % 4 == 0 ? header : header.PadRight(header.Length + 4 - header.Length % 4, '=');
        return header.Length is 22 or 24 && Convert.TryFromBase64String(padded, nonce, out var written)
            && written == NonceBytes
            ? Convert.ToHexStringLower(nonce[..written])
            : "";
    }

    // grpc-dotnet reads the same header; a call without a usable one is given the default.
    private TimeSpan Timeout(HttpContext http, bool isUpload)
    {
        var header = http.Request.Headers["grpc-timeout"].ToString();
        if (!TryReadTimeout(header, out var timeout))
            timeout = isUpload ? limits.MaxDeadline : limits.DefaultDeadline;
        else if (timeout <= limits.MaxDeadline)
            return timeout;

        timeout = timeout < limits.MaxDeadline ? timeout : limits.MaxDeadline;
        Rewrite(http, timeout);
        return timeout;
    }

    /// <summary>Tells grpc-dotnet, which reads the same header, how much time is left.</summary>
    public static void Rewrite(HttpContext http, TimeSpan left) => http.Request.Headers["grpc-timeout"] =
        ((long)Math.Max(1, left.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture) + "m";

    // gRPC over HTTP/2, "Timeout": at most eight digits and a unit.
    private static bool TryReadTimeout(string header, out TimeSpan timeout)
    {
        timeout = TimeSpan.Zero;
        if (header.Length is < 2 or > 9
            || !long.TryParse(header.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
            return false;

        timeout = header[^1] switch
        {
            'H' => TimeSpan.FromHours(Math.Min(amount, 24)),
            'M' => TimeSpan.FromMinutes(Math.Min(amount, 24 * 60)),
            'S' => TimeSpan.FromSeconds(Math.Min(amount, 24 * 60 * 60)),
            'm' => TimeSpan.FromMilliseconds(amount),
            'u' => TimeSpan.FromMicroseconds(amount),
            'n' => TimeSpan.FromTicks(amount / 100),
            _ => TimeSpan.Zero,
        };
        return timeout > TimeSpan.Zero;
    }
}
