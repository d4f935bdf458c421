using Grpc.Core;

namespace Gateway.Testing.Probe;

/// <summary>Serves <c>ProbeService</c>.</summary>
internal sealed class ProbeEndpoint(TimeProvider time) : ProbeService.ProbeServiceBase
{
    public override async Task<EchoResponse> Echo(EchoRequest request, ServerCallContext context)
    {
        var delay = TimeSpan.FromMilliseconds(request.DelayMilliseconds);
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, time, request.Stubborn ? CancellationToken.None : context.CancellationToken);
        if (request.Fail)
            throw new InvalidOperationException("asked to fail");
        return new EchoResponse { Payload = request.Payload };
    }

    public override async Task Count(
        CountRequest request, IServerStreamWriter<CountResponse> responseStream, ServerCallContext context)
    {
        for (var number = 1; number <= request.Count; number++)
        {
            if (request.DelayMilliseconds > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(request.DelayMilliseconds), time, context.CancellationToken);
            await responseStream.WriteAsync(new CountResponse { Number = number });
            if (number == request.FailAfter)
                throw new InvalidOperationException("asked to fail");
        }
    }

    public override async Task<SumResponse> Sum(IAsyncStreamReader<SumRequest> requestStream, ServerCallContext context)
    {
        var sum = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            sum += request.Number;
        return new SumResponse { Sum = sum };
    }

    public override async Task Chat(
        IAsyncStreamReader<ChatRequest> requestStream, IServerStreamWriter<ChatResponse> responseStream,
            ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(new ChatResponse { Line = request.Line });
    }

    public override Task<ClosedResponse> Closed(ClosedRequest request, ServerCallContext context) =>
        Task.FromResult(new ClosedResponse());
}
