using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Security.Cryptography;
using Gateway.Contracts.V1;
using Gateway.Testing.Pki;
using Grpc.Core;

namespace Gateway.Testing.Gateways;

/// <summary>
/// gRPC by hand over HTTP/2 and mutual TLS: sends any bytes as a request and keeps the answer as it stood on the wire.
/// </summary>
internal sealed class RawGrpc : IDisposable
{
    private readonly HttpClient _http;

    public RawGrpc(Uri address, string? caller = "branch-00001", SslProtocols protocols = SslProtocols.Tls13)
    {
        if (caller is not null)
            CertificateSha256 = Convert.ToHexStringLower(SHA256.HashData(TestPki.Shared.KeyPair(caller).RawData));
        _http = new HttpClient(TestTls.Handler(TestPki.Shared, caller, protocols)) { BaseAddress = address };
    }

    /// <summary>SHA-256 of the caller's certificate, hex.</summary>
    public string CertificateSha256 { get; } = "";

    /// <summary>A gRPC frame.</summary>
    public static byte[] Frame(ReadOnlySpan<byte> message, byte flag = 0)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame.AsSpan(5));
        return frame;
    }

    /// <summary>Sends a body as it is and waits for the whole answer.</summary>
    public Task<RawAnswer> SendAsync(string path, byte[] body, params (string Name, string Value)[] headers) =>
        SendAsync(path, new ByteArrayContent(body), headers);

    /// <summary>Sends the beginning of a body and then nothing more, until the answer is there.</summary>
    public Task<RawAnswer> SendStalledAsync(string path, byte[] body, params (string Name, string Value)[] headers) =>
        SendAsync(path, new StalledContent(body), headers);

    private async Task<RawAnswer> SendAsync(string path, HttpContent body, (string Name, string Value)[] headers)
    {
        var nonce = RandomNumberGenerator.GetBytes(16);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = body,
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Headers.TryAddWithoutValidation("call-nonce-bin", Convert.ToBase64String(nonce));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        using var response = await _http.SendAsync(request);
        var content = await response.Content.ReadAsByteArrayAsync();
        return new RawAnswer
        {
            Http = response.StatusCode,
            Path = path,
            Nonce = Convert.ToHexStringLower(nonce),
            Status = (StatusCode)int.Parse(
                Value("grpc-status") ?? "-1", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            Message = Value("grpc-message") ?? "",
            Details = Binary("grpc-status-details-bin"),
            Evidence = Binary("response-evidence-bin") is { } evidence ? ResponseEvidence.Parser.ParseFrom(
                evidence) : null,
            Body = content,
        };

        string? Value(string name) =>
            response.TrailingHeaders.TryGetValues(name, out var trailer) ? trailer.Single()
            : response.Headers.TryGetValues(name, out var header) ? header.Single() : null;

        byte[]? Binary(string name) => Value(name) is { } text ? Convert.FromBase64String(text) : null;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private sealed class StalledContent(byte[] beginning) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(beginning);
            await stream.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
        }

        protected override async Task SerializeToStreamAsync(
            Stream stream, System.Net.TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(beginning, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
