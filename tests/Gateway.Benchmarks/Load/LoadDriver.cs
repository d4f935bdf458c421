using System.Diagnostics;
using Gateway.Contracts.V1;
using Gateway.Testing.Pki;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Gateway.Benchmarks.Load;

/// <summary>Calls in a closed loop: each of the calls in flight starts the next one when it ends.</summary>
internal sealed class LoadDriver : IDisposable
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);
    private readonly List<GrpcChannel> _channels = [];
    private readonly int _inFlight;

    public LoadDriver(Uri address, LoadSettings settings)
    {
        _inFlight = settings.InFlight;
        for (var i = 0; i < settings.Connections; i++)
            _channels.Add(GrpcChannel.ForAddress(address, new GrpcChannelOptions
            {
                HttpHandler = TestTls.Handler(TestPki.Shared, "branch-00001"),
                DisposeHttpClient = true,
            }));
    }

    /// <summary>Calls for <paramref name="length"/> and returns the latency of each call.</summary>
    public async Task<LoadSlice> RunAsync(LoadKind kind, TimeSpan length)
    {
        var method = new Method<byte[], byte[]>(MethodType.Unary, kind.Service, kind.Method, Bytes, Bytes);
        var request = new InquireFinesRequest
        {
            Subject = new Subject
            {
                VehiclePlate = new VehiclePlate { Letters = "قبل", Digits = "1234", Kind = PlateKind.Private },
            },
            Counter = new Counter { BranchCode = "00001", CounterCode = "01", TellerCode = "load" },
        }.ToByteArray();

        var start = Stopwatch.GetTimestamp();
        var loops = _channels.SelectMany(channel => Enumerable.Range(0, _inFlight).Select(_ => Task.Run(async () =>
        {
            var invoker = channel.CreateCallInvoker();
            var latencies = new List<TimeSpan>();
            while (Stopwatch.GetElapsedTime(start) < length)
            {
                var begin = Stopwatch.GetTimestamp();
                using var call = invoker.AsyncUnaryCall(method, null, default, request);
                await call.ResponseAsync;
                latencies.Add(Stopwatch.GetElapsedTime(begin));
            }

            return latencies;
        }))).ToList();
        var latencies = (await Task.WhenAll(loops)).SelectMany(loop => loop).ToList();
        return new LoadSlice(latencies, Stopwatch.GetElapsedTime(start));
    }

    /// <inheritdoc />
    public void Dispose() => _channels.ForEach(channel => channel.Dispose());
}
