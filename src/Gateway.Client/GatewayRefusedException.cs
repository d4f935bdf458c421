using Gateway.Evidence;
using Google.Rpc;
using Grpc.Core;

namespace Gateway.Client;

/// <summary>A field that was wrong.</summary>
/// <param name="Field">Its path in the request, e.g. <c>subject.vehicle_plate.letters</c>.</param>
/// <param name="Description">What is wrong with it.</param>
public sealed record FieldViolation(string Field, string Description);

/// <summary>A condition that did not hold.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Subject">What it is about, e.g. the number of a fine.</param>
/// <param name="Description">How it is instead.</param>
public sealed record PreconditionViolation(string Type, string Subject, string Description);

/// <summary>
/// The gateway refused a call or failed in it, and proved by signed evidence that this is its answer. Immutable.
/// </summary>
public sealed class GatewayRefusedException : RpcException
{
    internal GatewayRefusedException(RpcException refusal, VerifiedEvidence evidence)
        : base(refusal.Status, refusal.Trailers, refusal.Message)
    {
        Evidence = evidence;
        if (StatusDetails.Of(refusal.Trailers) is not { } details)
            return;

        foreach (var detail in details.Details)
        {
            if (detail.TryUnpack<ErrorInfo>(out var error))
                (Reason, Values) = (error.Reason, error.Metadata.ToDictionary());
            else if (detail.TryUnpack<BadRequest>(out var request))
                FieldViolations = [.. request.FieldViolations.Select(FieldOf)];
            else if (detail.TryUnpack<PreconditionFailure>(out var failure))
                PreconditionViolations = [.. failure.Violations.Select(ConditionOf)];
            else if (detail.TryUnpack<RetryInfo>(out var retry))
                RetryDelay = retry.RetryDelay?.ToTimeSpan();
        }
    }

    /// <summary>The stable reason, e.g. <c>SUBJECT_UNKNOWN</c>; empty where the gateway gave none.</summary>
    public string Reason { get; } = "";

    /// <summary>Values that belong to the reason, by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>();

    /// <summary>Every field that was wrong; empty unless the reason is about fields.</summary>
    public IReadOnlyList<FieldViolation> FieldViolations { get; } = [];

    /// <summary>Every condition that did not hold; empty unless the reason is about state.</summary>
    public IReadOnlyList<PreconditionViolation> PreconditionViolations { get; } = [];

    /// <summary>How long to wait before trying again; null where trying again does not help.</summary>
    public TimeSpan? RetryDelay { get; }

    /// <summary>
    /// Whether a change may have been made although the call failed: the deadline passed, the call was given up, the
    /// prosecution's database went away, or the gateway met a fault. Send the same request again with the same
    /// <c>request_id</c>. False speaks of this attempt only, not of earlier ones with the same <c>request_id</c>.
    /// </summary>
    public bool IsOutcomeUnknown => StatusCode
        is StatusCode.DeadlineExceeded
        or StatusCode.Cancelled
        or StatusCode.Unavailable
        or StatusCode.Internal
        or StatusCode.Unknown;

    /// <summary>The evidence of the refusal.</summary>
    public VerifiedEvidence Evidence { get; }

    private static FieldViolation FieldOf(BadRequest.Types.FieldViolation violation) =>
        new(violation.Field, violation.Description);

    private static PreconditionViolation ConditionOf(PreconditionFailure.Types.Violation violation) =>
        new(violation.Type, violation.Subject, violation.Description);
}
