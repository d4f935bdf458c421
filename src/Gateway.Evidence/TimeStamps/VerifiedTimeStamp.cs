using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>A time stamp that passed every check. Immutable as long as its array is left alone.</summary>
/// <param name="Token">The TimeStampToken (RFC 3161), DER.</param>
/// <param name="Time">The authority's time, UTC; most authorities cut it to whole seconds.</param>
/// <param name="Policy">Object identifier of the policy that it was issued under.</param>
/// <param name="Certificate">The authority's certificate.</param>
/// <param name="Issuers">Its issuers in order, without the root.</param>
public sealed record VerifiedTimeStamp(
    byte[] Token,
    DateTimeOffset Time,
    string Policy,
    X509Certificate2 Certificate,
    IReadOnlyList<X509Certificate2> Issuers)
{
    /// <summary>The subject of the authority's certificate.</summary>
    public string Authority => Certificate.Subject;
}
