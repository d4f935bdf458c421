using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>Evidence that passed every check. Immutable as long as its arrays are left alone.</summary>
/// <param name="Statement">What the gateway stated.</param>
/// <param name="Batch">The signed tree head and the statements it was signed with.</param>
/// <param name="StatementBytes">The statement as it came.</param>
/// <param name="BatchBytes">The batch as it came.</param>
/// <param name="Signature">The detached CMS SignedData as it came, DER.</param>
/// <param name="Signer">The signing certificate. It belongs to the verifier; don't dispose of it.</param>
/// <param name="Issuers">Its issuers in order, without the root. They belong to the verifier too.</param>
/// <param name="SigningTime">When the batch was signed by the gateway's clock, whole seconds, UTC.</param>
public sealed record VerifiedEvidence(
    Statement Statement,
    Batch Batch,
    byte[] StatementBytes,
    byte[] BatchBytes,
    byte[] Signature,
    X509Certificate2 Signer,
    IReadOnlyList<X509Certificate2> Issuers,
    DateTimeOffset SigningTime);
