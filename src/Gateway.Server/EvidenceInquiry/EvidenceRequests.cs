using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Evidence;
using Gateway.Server.Access;
using Gateway.Server.Requests;

namespace Gateway.Server.EvidenceInquiry;

/// <summary>Whose evidence is asked for, by what.</summary>
/// <param name="CallId">Id of the call; null where the request tells.</param>
/// <param name="RequestId">Request id of the change; empty where the call tells.</param>
/// <param name="Caller">SPIFFE id of the caller whose request it was.</param>
/// <param name="OnlyCaller">The one caller whose calls may be seen; null where all may.</param>
internal sealed record EvidenceQuestion(Guid? CallId, string RequestId, string Caller, string? OnlyCaller);

/// <summary>Reads the requests of the evidence service.</summary>
internal static class EvidenceRequests
{
    private const int MaxCallerChars = 128;

    /// <summary>The question that a request for evidence asks.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static EvidenceQuestion Read(GetEvidenceRequest request, AccessGrant grant)
    {
        var errors = new FieldErrors();
        Guid? callId = null;
        var byRequest = request.KeyCase == GetEvidenceRequest.KeyOneofCase.RequestId;
        if (request.KeyCase == GetEvidenceRequest.KeyOneofCase.CallId)
            callId = ReadCallId(request.CallId, errors);
        else if (byRequest)
            RequestFields.CheckRequestId(request.RequestId, errors);
        else
            errors.Add("key", "is required: a call_id or a request_id");
        CheckCaller(request.Caller, byRequest, grant, errors);
        errors.ThrowIfAny();
        var own = grant.Caller.Id.Value;
        return new EvidenceQuestion(
            callId, request.RequestId, request.Caller.Length > 0 ? request.Caller : own, OnlyCaller(grant));
    }

    /// <summary>The question that a request for an inclusion proof asks.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static EvidenceQuestion Read(GetInclusionProofRequest request, AccessGrant grant)
    {
        var errors = new FieldErrors();
        var callId = ReadCallId(request.CallId, errors);
        if (request.TreeSize < 0)
            errors.Add("tree_size", "must not be negative");
        errors.ThrowIfAny();
        return new EvidenceQuestion(callId, "", grant.Caller.Id.Value, OnlyCaller(grant));
    }

    /// <summary>Checks a request for a consistency proof.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static void Check(GetConsistencyProofRequest request)
    {
        var errors = new FieldErrors();
        if (!LogOrigin.IsValid(request.Origin))
            errors.Add("origin", "must be the origin of a log");
        if (request.FirstSize < 0)
            errors.Add("first_size", "must not be negative");
        if (request.SecondSize < 0)
            errors.Add("second_size", "must not be negative");
        else if (request.SecondSize > 0 && request.SecondSize < request.FirstSize)
            errors.Add("second_size", "must not be less than first_size");
        errors.ThrowIfAny();
    }

    private static Guid? ReadCallId(string text, FieldErrors errors)
    {
        if (Guid.TryParseExact(text, "D", out var id) && id.ToString("D") == text)
            return id;
        errors.Add("call_id", "must be a UUID in lower case");
        return null;
    }

    private static void CheckCaller(string caller, bool byRequest, AccessGrant grant, FieldErrors errors)
    {
        if (grant.Scope == Scope.All && byRequest && caller.Length == 0)
            errors.Add("caller", "is required with a request_id: whose request it was");
        else if (caller.Length > 0 && (grant.Scope != Scope.All || !byRequest))
            errors.Add("caller", "is for those who see all calls, and with a request_id");
        else if (caller.Length > MaxCallerChars)
            errors.Add("caller", "must be a SPIFFE id of at most 128 characters");
    }

    private static string? OnlyCaller(AccessGrant grant) =>
        grant.Scope == Scope.OwnCalls ? grant.Caller.Id.Value : null;
}
