using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>
/// The signing key, behind a door that lets only batches and the announcement of a note key through and never a bare
/// digest: whoever holds a signer can't have anything else signed. Thread-safe.
/// </summary>
public interface IBatchSigner : IDisposable
{
    /// <summary>The signing certificate.</summary>
    X509Certificate2 Certificate { get; }

    /// <summary>Its issuers in order, without the root.</summary>
    IReadOnlyList<X509Certificate2> Issuers { get; }

    /// <summary>Signs a batch.</summary>
    /// <param name="batch">What is signed.</param>
    /// <param name="signingTime">Goes into the signed attributes, cut to seconds.</param>
    /// <returns>Detached CMS SignedData over the batch's bytes, DER.</returns>
    /// <exception cref="EvidenceException">The batch is not of its form.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key failed.</exception>
    byte[] Sign(Batch batch, DateTimeOffset signingTime);

    /// <summary>Signs the announcement of a log's note key.</summary>
    /// <param name="announcement">What is signed.</param>
    /// <param name="signingTime">Goes into the signed attributes, cut to seconds.</param>
    /// <returns>Detached CMS SignedData over the announcement's bytes, DER.</returns>
    /// <exception cref="EvidenceException">The announcement is not of its form.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key failed.</exception>
    byte[] Sign(NoteKeyAnnouncement announcement, DateTimeOffset signingTime);
}
