using Gateway.Evidence;
using Gateway.Testing.Pki;

namespace Gateway.Testing.Gateways;

/// <summary>Holds an answer as it stood on the wire to its evidence.</summary>
internal static class Signed
{
    private static readonly EvidenceVerifier Verifier = new(TestPki.Shared.Roots("signing-root"), TimeProvider.System);

    /// <summary>Verifies the evidence against what was sent and received.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="certificateSha256">The caller's certificate.</param>
    /// <param name="requests">The whole request messages that the gateway should have taken.</param>
    public static VerifiedEvidence Check(
        RawAnswer answer, string certificateSha256, params ReadOnlySpan<byte[]> requests)
    {
        var request = new MessageDigester();
        foreach (var message in requests)
            request.Add(message);
        var response = new MessageDigester();
        foreach (var message in answer.Messages)
            response.Add(message);
        return Verifier.Verify(answer.Evidence, new CallFacts
        {
            Method = Statement.MethodOrEmpty(answer.Path),
            CallNonce = answer.Nonce,
            CallerCertificateSha256 = certificateSha256,
            RequestSha256 = Convert.ToHexStringLower(request.Digest()),
            RequestCount = request.Count,
            ResponseSha256 = Convert.ToHexStringLower(response.Digest()),
            ResponseCount = response.Count,
            StatusCode = (int)answer.Status,
            StatusMessage = answer.Message,
            StatusDetails = answer.Details,
        });
    }
}
