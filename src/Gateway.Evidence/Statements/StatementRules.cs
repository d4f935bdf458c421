using System.Buffers;

namespace Gateway.Evidence;

/// <summary>The form of each member of a statement.</summary>
internal static class StatementRules
{
    internal const int MaxStatusCode = 16;
    internal const int MaxStatusMessage = 96;
    internal const int MaxCaller = 128;

    private const int MaxService = 80;
    private const int MaxMethod = 40;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
    private const string CallerScheme = "spiffe://";

    private static readonly SearchValues<char> MethodCharacters = SearchValues.Create(Letters);
    private static readonly SearchValues<char> ServiceCharacters = SearchValues.Create(Letters + ".");
    private static readonly SearchValues<char> TrustDomain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_");
    private static readonly SearchValues<char> CallerPath = SearchValues.Create(Letters + ".-/");

    /// <exception cref="EvidenceException">A member is not of its form.</exception>
    internal static void Check(Statement statement)
    {
        Require(LogOrigin.IsValid(statement.Gateway), "gateway is not a log's origin");
        Require(IsVersion7(statement.CallId), "call_id is not a UUID of version 7");
        Require(
            statement.CallNonce is "" || Hex.IsLower(statement.CallNonce, EvidenceNames.NonceBytes),
            "call_nonce is not 16 bytes in lower-case hex");
        Require(statement.Method is "" || IsMethod(statement.Method), "method is not a method's path");
        Require(statement.Caller is "" || IsCaller(statement.Caller), "caller is not a SPIFFE id");
        RequireDigest(statement.CallerCertificateSha256, "caller_certificate_sha256");
        RequireDigest(statement.ContractSha256, "contract_sha256");
        RequireDigest(statement.RequestSha256, "request_sha256");
        Require(statement.RequestCount >= 0, "request_count is negative");
        RequireDigestOrNone(statement.RequestSignatureSha256, "request_signature_sha256");
        RequireDigest(statement.ResponseSha256, "response_sha256");
        Require(statement.ResponseCount >= 0, "response_count is negative");
        Require(statement.StatusCode is >= 0 and <= MaxStatusCode, "status_code is not a gRPC status");
        Require(
            IsStatusMessage(statement.StatusMessage),
            $"status_message is not printable ASCII of at most {MaxStatusMessage} characters");
        RequireDigestOrNone(statement.StatusDetailsSha256, "status_details_sha256");
    }

    internal static bool IsMethod(ReadOnlySpan<char> path)
    {
        if (path.IsEmpty || path[0] != '/')
            return false;
        var slash = path[1..].IndexOf('/');
        if (slash is < 1 or > MaxService)
            return false;
        var service = path.Slice(1, slash);
        var method = path[(slash + 2)..];
        return method.Length is >= 1 and <= MaxMethod
            && !service.ContainsAnyExcept(ServiceCharacters)
            && !method.ContainsAnyExcept(MethodCharacters);
    }

    internal static bool IsCaller(ReadOnlySpan<char> id)
    {
        if (id.Length > MaxCaller || !id.StartsWith(CallerScheme, StringComparison.Ordinal))
            return false;
        var rest = id[CallerScheme.Length..];
        var slash = rest.IndexOf('/');
        return slash > 0
            && slash < rest.Length - 1
            && !rest[..slash].ContainsAnyExcept(TrustDomain)
            && !rest[slash..].ContainsAnyExcept(CallerPath);
    }

    private static bool IsStatusMessage(string message) =>
        message is { Length: <= MaxStatusMessage } && !message.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static bool IsVersion7(Guid id) => id.Version == 7 && id.Variant is >= 8 and <= 11;

    private static void RequireDigest(string value, string member) =>
        Require(Hex.IsLower(value, Hex.DigestBytes), $"{member} is not a SHA-256 digest in lower-case hex");

    private static void RequireDigestOrNone(string? value, string member)
    {
        if (value is not null)
            RequireDigest(value, member);
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw new EvidenceException(EvidenceCheck.StatementCanonical, $"Statement refused: {problem}.");
    }
}
