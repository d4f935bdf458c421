using System.Collections.Concurrent;
using System.Diagnostics;
using Gateway.Testing.Pki;
using Grpc.Core;
using Grpc.Net.Client;

namespace Gateway.Benchmarks.Settle;

/// <summary>Settles fines over mutual TLS in a closed loop: a call in flight takes the next fine when it ends.</summary>
internal sealed class SettleDriver : IDisposable
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    private static readonly Method<byte[], byte[]> Settle = new(
        MethodType.Unary, "traffic.gateway.v1.SettlementService", "SettleFines", Bytes, Bytes);

    private readonly List<GrpcChannel> _channels = [];
    private readonly int _inFlight;

    public SettleDriver(Uri address, int connections, int inFlight)
    {
        _inFlight = inFlight;
        for (var i = 0; i < connections; i++)
        {
            _channels.Add(GrpcChannel.ForAddress(address, new GrpcChannelOptions
            {
                HttpHandler = TestTls.Handler(TestPki.Shared, "branch-00001"),
                DisposeHttpClient = true,
            }));
        }
    }

    /// <summary>Settles each fine once.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> RunAsync(IEnumerable<OutstandingFine> fines)
    {
        var requests = new ConcurrentQueue<byte[]>(fines.Select(fine => fine.Request()));
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(_channels.SelectMany(channel => Enumerable.Range(0, _inFlight).Select(_ => Task.Run(async () =>
        {
            var invoker = channel.CreateCallInvoker();
            while (requests.TryDequeue(out var request))
            {
                using var call = invoker.AsyncUnaryCall(Settle, null, default, request);
                await call.ResponseAsync;
            }
        }))));
        return Stopwatch.GetElapsedTime(start);
    }

    /// <inheritdoc />
    public void Dispose() => _channels.ForEach(channel => channel.Dispose());
}
