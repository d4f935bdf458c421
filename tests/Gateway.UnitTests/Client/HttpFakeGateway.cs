using System.Buffers.Binary;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Gateway.Evidence;
using Grpc.Core;

namespace Gateway.UnitTests.Client;

/// <summary>The fake gateway behind HTTP/2 as a gRPC channel sees it, with connections that break.</summary>
internal sealed class HttpFakeGateway(FakeGateway gateway) : HttpMessageHandler
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);

    /// <summary>For each attempt in turn: after how many request messages its connection breaks. Those that follow
    /// are answered.</summary>
    public Queue<int> BreakAfter { get; } = [];

    /// <summary>The nonce of each attempt, in hex.</summary>
    public List<string> Nonces { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var nonce = request.Headers.GetValues(EvidenceNames.NonceHeader).Single();
        var headers = new Metadata { { EvidenceNames.NonceHeader, Convert.FromBase64String(nonce) } };
        Nonces.Add(nonce);
        var pipe = new Pipe();
        _ = CopyAsync(request.Content!, pipe.Writer, cancellationToken);
        if (BreakAfter.TryDequeue(out var messages))
        {
            await ReadAsync(pipe.Reader, messages).ToListAsync(cancellationToken);
            throw new HttpRequestException("lost", new SocketException((int)SocketError.ConnectionReset));
        }

        var path = request.RequestUri!.AbsolutePath.Split('/');
        var method = new Method<byte[], byte[]>(MethodType.ClientStreaming, path[1], path[2], Bytes, Bytes);
        using var call = gateway.AsyncClientStreamingCall(method, null, new CallOptions(headers));
        await foreach (var message in ReadAsync(pipe.Reader, int.MaxValue))
            await call.RequestStream.WriteAsync(message, CancellationToken.None);
        await call.RequestStream.CompleteAsync();
        try
        {
            return Answer(await call.ResponseAsync, call.GetTrailers());
        }
        catch (RpcException e)
        {
            return TrailersOnly(e);
        }
    }

    private static HttpResponseMessage Answer(byte[] message, Metadata trailers)
    {
        var response = Response(Frame(message));
        Add(response.TrailingHeaders, StatusCode.OK, trailers);
        return response;
    }

    private static HttpResponseMessage TrailersOnly(RpcException refusal)
    {
        var response = Response([]);
        Add(response.Headers, refusal.StatusCode, refusal.Trailers);
        return response;
    }

    private static HttpResponseMessage Response(byte[] body) => new(HttpStatusCode.OK)
    {
        Version = HttpVersion.Version20,
        Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
    };

    private static void Add(HttpResponseHeaders headers, StatusCode code, Metadata trailers)
    {
        headers.Add("grpc-status", ((int)code).ToString(CultureInfo.InvariantCulture));
        foreach (var entry in trailers)
            headers.Add(entry.Key, Convert.ToBase64String(entry.ValueBytes));
    }

    private static byte[] Frame(byte[] message)
    {
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    private static async IAsyncEnumerable<byte[]> ReadAsync(PipeReader reader, int count)
    {
        var stream = reader.AsStream();
        var head = new byte[5];
        while (count-- > 0 && await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            var message = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1))];
            await stream.ReadExactlyAsync(message);
            yield return message;
        }
    }

    private static async Task CopyAsync(HttpContent content, PipeWriter writer, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await content.CopyToAsync(writer.AsStream(), cancellationToken);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or RpcException)
        {
            failure = e;
        }

        await writer.CompleteAsync(failure);
    }
}
