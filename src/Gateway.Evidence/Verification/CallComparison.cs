using System.Security.Cryptography;

namespace Gateway.Evidence;

/// <summary>Compares a statement with what the caller itself knows of the call.</summary>
internal static class CallComparison
{
    private const int Ok = 0;

    /// <exception cref="EvidenceException">The first check that fails.</exception>
    internal static void Check(Statement statement, CallFacts facts)
    {
        CheckRequest(statement, facts);
        Require(
            EvidenceCheck.ResponseCount,
            statement.ResponseCount == facts.ResponseCount,
            $"it covers {statement.ResponseCount} response messages and {facts.ResponseCount} came");
        Require(
            EvidenceCheck.ResponseDigest,
            statement.ResponseSha256 == facts.ResponseSha256,
            "the response is another than came");
        Require(EvidenceCheck.Nonce, statement.CallNonce == facts.CallNonce, "its nonce is not the one that was sent");
        Require(
            EvidenceCheck.Method,
            statement.Method == Statement.MethodOrEmpty(facts.Method),
            "it names another method");
        Require(
            EvidenceCheck.CallerCertificate,
            statement.CallerCertificateSha256 == facts.CallerCertificateSha256,
            "it names another caller's certificate");
        CheckStatus(statement, facts);
    }

    private static void CheckRequest(Statement statement, CallFacts facts)
    {
        var beginning = statement.RequestCount < facts.RequestCount
            && statement.StatusCode != Ok
            && facts.RequestDigests?.Count == facts.RequestCount;
        Require(
            EvidenceCheck.RequestCount,
            beginning || statement.RequestCount == facts.RequestCount,
            $"it covers {statement.RequestCount} request messages and {facts.RequestCount} were sent");
        var expected = beginning ? Beginning(facts.RequestDigests!, statement.RequestCount) : facts.RequestSha256;
        Require(
            EvidenceCheck.RequestDigest,
            statement.RequestSha256 == expected,
            "the request is another than was sent");
    }

    private static string Beginning(IReadOnlyList<byte[]> digests, int count) =>
        Convert.ToHexStringLower(MessageDigester.Combine([.. digests.Take(count)]));

    private static void CheckStatus(Statement statement, CallFacts facts)
    {
        Require(
            EvidenceCheck.StatusCode,
            statement.StatusCode == facts.StatusCode,
            $"its status code is {statement.StatusCode} and {facts.StatusCode} came");
        Require(
            EvidenceCheck.StatusMessage,
            statement.StatusMessage == facts.StatusMessage,
            "its status message is another than came");
        var details = facts.StatusDetails is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null;
        Require(
            EvidenceCheck.StatusDetails,
            statement.StatusDetailsSha256 == details,
            "its status details are others than came");
    }

    private static void Require(EvidenceCheck check, bool condition, string problem)
    {
        if (!condition)
            throw new EvidenceException(check, $"The statement does not belong to this call: {problem}.");
    }
}
