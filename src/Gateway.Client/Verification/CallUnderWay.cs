using System.Security.Cryptography;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.Client.Verification;

/// <summary>
/// One call: what went out, what came in, and, once it has ended, whether its evidence holds. Thread-safe, as a duplex
/// call is written and read at the same time.
/// </summary>
internal sealed class CallUnderWay(string method, CallSettings settings)
{
    private readonly Lock _lock = new();
    private readonly byte[] _nonce = RandomNumberGenerator.GetBytes(EvidenceNames.NonceBytes);
    private readonly WireMessages _requests = new(settings.OnVerified is not null);
    private readonly WireMessages _responses = new(settings.OnVerified is not null);
    private (Status Status, Metadata Trailers)? _end;
    private bool _isJudged;
    private Exception? _failure;

    /// <summary>The caller's options with the nonce, and with a deadline where there was none.</summary>
    /// <exception cref="ArgumentException">The caller set the nonce itself.</exception>
    public CallOptions Options(CallOptions options)
    {
        var headers = new Metadata();
        foreach (var entry in options.Headers ?? [])
        {
            if (entry.Key == EvidenceNames.NonceHeader)
                throw new ArgumentException($"The client itself sets '{entry.Key}'.", nameof(options));
            headers.Add(entry);
        }

        headers.Add(EvidenceNames.NonceHeader, _nonce);
        var deadline = options.Deadline ?? settings.Time.GetUtcNow().UtcDateTime + settings.DefaultDeadline;
        return options.WithHeaders(headers).WithDeadline(deadline);
    }

    public void AddRequest(byte[] message)
    {
        lock (_lock)
            _requests.Add(message);
    }

    public void AddResponse(byte[] message)
    {
        lock (_lock)
            _responses.Add(message);
    }

    /// <summary>
    /// Takes the end of a call whose answer came whole, which it does with status OK only. The status that the channel
    /// tells then is not asked: where the deadline passes at that very moment it is the deadline's.
    /// </summary>
    /// <exception cref="EvidenceException">The evidence is missing or does not hold.</exception>
    public async Task SucceededAsync(Metadata trailers)
    {
        try
        {
            Succeed(trailers);
        }
        catch (EvidenceException e)
        {
            if (!await MayHoldAsync(e).ConfigureAwait(false))
                throw;
            Succeed(trailers);
        }
    }

    /// <summary>
    /// Takes the end of a call that failed, and tells what to throw instead of the unverified failure.
    /// </summary>
    public async Task<Exception> FailedAsync(RpcException unverified)
    {
        var failure = Failed(unverified);
        return await MayHoldAsync(failure).ConfigureAwait(false) ? Failed(unverified) : failure;
    }

    /// <summary>The status of the call that has ended, never an unverified one.</summary>
    public Status GetStatus() => End().Status;

    /// <summary>The trailers of the call that has ended.</summary>
    public Metadata GetTrailers() => End().Trailers;

    // The signing key may have come into use, below an issuer of its own, after this client was made.
    private async Task<bool> MayHoldAsync(Exception failure)
    {
        if (failure is not EvidenceException { Check: EvidenceCheck.Chain } || settings.LearnIssuers is not { } learn
            || !await learn().ConfigureAwait(false))
            return false;
        lock (_lock)
            (_isJudged, _failure) = (false, null);
        return true;
    }

    private void Succeed(Metadata trailers)
    {
        lock (_lock)
        {
            if (!_isJudged)
                _failure = Judge(Status.DefaultSuccess, trailers, unverified: null);
            if (_failure is not null)
                throw _failure;
        }
    }

    private Exception Failed(RpcException unverified)
    {
        lock (_lock)
        {
            if (!_isJudged)
                _failure = Judge(unverified.Status, unverified.Trailers, unverified);
            return _failure ?? unverified;
        }
    }

    private (Status Status, Metadata Trailers) End()
    {
        lock (_lock)
        {
            if (_failure is EvidenceException)
                throw _failure;
            return _end ?? throw new InvalidOperationException("The call has not ended, or its end was not read.");
        }
    }

    // Evidence is looked at once. An end without any leaves the call unjudged, so that a write that failed on this side
    // can never stand for the end that the gateway gives.
    private Exception? Judge(Status status, Metadata trailers, RpcException? unverified)
    {
        _end = (status, trailers);
        try
        {
            var evidence = ResponseEvidenceOf(trailers);
            if (evidence is null && UnsignedFailure.IsAcceptable(status))
                return null;

            _isJudged = true;
            var statusDetails = trailers.GetValueBytes(MetadataNames.StatusDetails);
            var verified = Verify(evidence, status, statusDetails);
            settings.OnVerified?.Invoke(new VerifiedAnswer(
                method, _requests.Messages(verified.Statement.RequestCount), _responses.Messages(_responses.Count),
                status, statusDetails, verified));
            return unverified is null ? null : new GatewayRefusedException(unverified, verified);
        }
        catch (EvidenceException e)
        {
            return e;
        }
    }

    private VerifiedEvidence Verify(ResponseEvidence? evidence, Status status, byte[]? statusDetails) =>
        settings.Verifier.Verify(evidence, new CallFacts
        {
            Method = method,
            CallNonce = Convert.ToHexStringLower(_nonce),
            CallerCertificateSha256 = settings.CallerCertificateSha256,
            RequestSha256 = _requests.Digest(),
            RequestCount = _requests.Count,
            RequestDigests = _requests.Digests,
            ResponseSha256 = _responses.Digest(),
            ResponseCount = _responses.Count,
            StatusCode = (int)status.StatusCode,
            StatusMessage = status.Detail,
            StatusDetails = statusDetails,
        });

    private static ResponseEvidence? ResponseEvidenceOf(Metadata trailers)
    {
        if (trailers.GetValueBytes(EvidenceNames.ResponseTrailer) is not { } bytes)
            return null;

        try
        {
            return ResponseEvidence.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            // Reads as evidence with nothing in it, which fails the first check.
            return new ResponseEvidence();
        }
    }
}
