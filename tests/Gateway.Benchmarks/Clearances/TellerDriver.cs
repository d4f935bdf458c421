using System.Collections.Concurrent;
using System.Diagnostics;
using Gateway.Testing.Pki;
using Grpc.Core;
using Grpc.Net.Client;

namespace Gateway.Benchmarks.Clearances;

/// <summary>An answer and how long it took.</summary>
internal readonly record struct TellerAnswer(byte[] Bytes, TimeSpan Latency);

/// <summary>Answers of a round, and how long it took in all.</summary>
internal sealed record TellerRound(IReadOnlyList<TellerAnswer> Answers, TimeSpan Length);

/// <summary>Tellers over mutual TLS in a closed loop: each asks the next thing when the answer is there.</summary>
internal sealed class TellerDriver : IDisposable
{
    /// <summary>Issues a certificate.</summary>
    public static readonly Method<byte[], byte[]> Issue = Method("ClearanceService", "IssueClearanceCertificate");

    /// <summary>Asks for fines.</summary>
    public static readonly Method<byte[], byte[]> Inquire = Method("FinesInquiryService", "InquireFines");

    private readonly List<GrpcChannel> _channels = [];

    public TellerDriver(Uri address, int connections)
    {
        for (var i = 0; i < connections; i++)
        {
            _channels.Add(GrpcChannel.ForAddress(address, new GrpcChannelOptions
            {
                HttpHandler = TestTls.Handler(TestPki.Shared, "branch-00001"),
                DisposeHttpClient = true,
            }));
        }
    }

    /// <summary>Makes each call once.</summary>
    /// <param name="method">What is called.</param>
    /// <param name="requests">The requests.</param>
    /// <param name="tellers">Tellers in all, shared out among the connections.</param>
    public async Task<TellerRound> RunAsync(
        Method<byte[], byte[]> method, IEnumerable<byte[]> requests, int tellers)
    {
        var queue = new ConcurrentQueue<byte[]>(requests);
        var start = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, tellers).Select(teller =>
            Task.Run(() => AskAsync(_channels[teller % _channels.Count].CreateCallInvoker(), method, queue))));
        return new TellerRound([.. answers.SelectMany(own => own)], Stopwatch.GetElapsedTime(start));
    }

    /// <inheritdoc />
    public void Dispose() => _channels.ForEach(channel => channel.Dispose());

    private static async Task<List<TellerAnswer>> AskAsync(
        CallInvoker invoker, Method<byte[], byte[]> method, ConcurrentQueue<byte[]> requests)
    {
        var answers = new List<TellerAnswer>();
        while (requests.TryDequeue(out var request))
        {
            var begin = Stopwatch.GetTimestamp();
            using var call = invoker.AsyncUnaryCall(method, null, default, request);
            var answer = await call.ResponseAsync;
            answers.Add(new TellerAnswer(answer, Stopwatch.GetElapsedTime(begin)));
        }

        return answers;
    }

    private static Method<byte[], byte[]> Method(string service, string name)
    {
        var bytes = Marshallers.Create<byte[]>(content => content, content => content);
        return new Method<byte[], byte[]>(MethodType.Unary, "traffic.gateway.v1." + service, name, bytes, bytes);
    }
}
