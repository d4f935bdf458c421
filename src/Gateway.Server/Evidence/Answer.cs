using System.IO.Pipelines;
using Gateway.Contracts.V1;
using Gateway.Server.Calls;
using Gateway.Server.Errors;
using Grpc.Core;

namespace Gateway.Server.Evidence;

/// <summary>
/// The answer of one call, in the place of the server's own response body. A held answer (one message) leaves only once
/// it is sealed; a streamed one is digested on its way and sealed at its end. grpc-dotnet completes it at the deadline,
/// the middleware in every other case, whichever comes first.
/// </summary>
internal sealed class Answer : IHttpResponseBodyFeature
{
    private readonly HttpContext _http;
    private readonly Call _call;
    private readonly AnswerSealer _sealer;
    private readonly DigestedRequestStream? _taken;
    private readonly IHttpResponseBodyFeature _inner;
    private readonly HeldBody? _held;
    private readonly DigestedResponseStream? _stream;
    private readonly Lock _finishing = new();
    private Task? _finished;

    public Answer(HttpContext http, Call call, AnswerSealer sealer, DigestedRequestStream? taken, bool held)
    {
        _http = http;
        _call = call;
        _sealer = sealer;
        _taken = taken;
        _inner = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        if (held)
            _held = new HeldBody();
        else
            _stream = new DigestedResponseStream(_inner.Writer);
    }

    /// <inheritdoc />
    public PipeWriter Writer => _held ?? (PipeWriter)_stream!;

    /// <inheritdoc />
    public Stream Stream => Writer.AsStream();

    /// <inheritdoc />
    public void DisableBuffering() => _inner.DisableBuffering();

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken = default) =>
        _held is null ? _inner.StartAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc />
    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("An answer is made of messages.");

    /// <summary>Called by grpc-dotnet at the deadline, while the handler may still run.</summary>
    public Task CompleteAsync()
    {
        _call.Conclude(CallOutcome.Refused(new Refusal(ErrorReason.DeadlineExceeded)));
        return FinishAsync();
    }

    /// <summary>Seals the answer and lets it go. Runs once; every caller awaits the same end.</summary>
    public Task FinishAsync()
    {
        lock (_finishing)
            return _finished ??= SealAndSendAsync();
    }

    private async Task SealAndSendAsync()
    {
        var outcome = _call.Outcome ?? CallOutcome.Refused(new Refusal(ErrorReason.InternalFault));
        var body = _held?.Close(discard: outcome.Code != StatusCode.OK) ?? default;
        _stream?.Close();
        _taken?.Close();
        var digest = _held?.Digest ?? _stream!.Digest;

        ResponseEvidence? evidence;
        try
        {
            evidence = await _sealer.SealAsync(_call, outcome, digest);
        }
        catch (SealingFailedException e)
        {
            if (_http.Response.HasStarted)
            {
                _http.Abort();
                return;
            }

            evidence = null;
            body = default;
            outcome = CallOutcome.Refused(e.Refusal);
        }

        digest.Dispose();
        _call.RequestDigest.Dispose();
        TransportStatus.Clear(_http);
        if (body.Length == 0 && !_http.Response.HasStarted)
            AnswerWriter.WriteTrailersOnly(_http, outcome, evidence);
        else
            await AnswerWriter.WriteAsync(_http, _inner, body, outcome, evidence);
        await _inner.CompleteAsync();
    }
}
