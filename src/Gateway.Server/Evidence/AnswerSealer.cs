using System.Security.Cryptography;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Server.Calls;
using Gateway.Server.Errors;
using Google.Protobuf;

namespace Gateway.Server.Evidence;

/// <summary>The answer could not be sealed; nothing of it may leave.</summary>
internal sealed class SealingFailedException(Refusal refusal, Exception inner) : Exception(refusal.Text.Sentence, inner)
{
    /// <summary>What the caller is told, unsigned.</summary>
    public Refusal Refusal { get; } = refusal;
}

/// <summary>States what was answered and has it sealed in the evidence log. Thread-safe.</summary>
internal sealed partial class AnswerSealer(EvidenceLog.EvidenceLog log, TimeProvider time, ILogger<AnswerSealer> logger)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Seals an answer. Not cancelled with the call: what was done is stated even if the caller is gone.
    /// </summary>
    /// <exception cref="SealingFailedException">The queue is full, or the log cannot be written or signed.</exception>
    public async ValueTask<ResponseEvidence> SealAsync(Call call, CallOutcome outcome, MessageDigester response)
    {
        var statement = new Statement
        {
            Gateway = log.Origin,
            CallId = call.Id,
            CallNonce = call.Nonce,
            Method = Statement.MethodOrEmpty(call.Path),
            Caller = Statement.CallerOrEmpty(call.Identity.Id?.Value),
            CallerCertificateSha256 = call.Identity.CertificateSha256,
            ContractSha256 = log.ContractSha256,
            RequestSha256 = Convert.ToHexStringLower(call.RequestDigest.Digest()),
            RequestCount = call.RequestDigest.Count,
            ResponseSha256 = Convert.ToHexStringLower(response.Digest()),
            ResponseCount = response.Count,
            StatusCode = (int)outcome.Code,
            StatusMessage = outcome.Message,
            StatusDetailsSha256 = outcome.Details is { } details
                ? Convert.ToHexStringLower(SHA256.HashData(details))
                : null,
            CompleteTime = time.GetUtcNow(),
        };

        try
        {
            var sealed_ = await log.SealAsync(
                new LogEntry(statement.ToBytes(), call.Id, call.Identity.Certificate, call.Audit is { } audit
                    ? audit with { Outcome = outcome.Code.ToString() }
                    : null));
            return new ResponseEvidence
            {
                Statement = UnsafeByteOperations.UnsafeWrap(sealed_.Statement),
                Batch = UnsafeByteOperations.UnsafeWrap(sealed_.Batch),
                Signature = UnsafeByteOperations.UnsafeWrap(sealed_.Signature),
            };
        }
        catch (EvidenceQueueFullException e)
        {
            throw new SealingFailedException(new Refusal(ErrorReason.Overloaded) { RetryAfter = Retry }, e);
        }
        catch (Exception e)
        {
            LogSealingFailed(call.Id);
            throw new SealingFailedException(new Refusal(ErrorReason.EvidenceUnavailable) { RetryAfter = Retry }, e);
        }
    }

    // The log itself tells the cause, once an outage.
    [LoggerMessage(2001, LogLevel.Warning, "The answer of call {CallId} was held back: it could not be sealed")]
    private partial void LogSealingFailed(Guid callId);
}
