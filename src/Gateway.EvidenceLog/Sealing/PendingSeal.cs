using System.Security.Cryptography;

namespace Gateway.EvidenceLog;

/// <summary>An answer that waits to be sealed. What can be computed without the log is computed by the one who
/// waits.</summary>
internal sealed class PendingSeal : TaskCompletionSource<SealedAnswer>
{
    // A continuation must never run on the sealing thread.
    internal PendingSeal(LogEntry entry)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Entry = entry;
        Digest = SHA256.HashData(entry.Statement);
        if (entry.CallerCertificate is { } certificate)
        {
            // The connection may end, and its certificate with it, before this is written.
            CallerCertificate = certificate.RawDataMemory;
            CallerCertificateKey = DigestKey.Of(CallerCertificate.Value.Span);
        }
    }

    internal LogEntry Entry { get; }

    /// <summary>SHA-256 of the statement: the log's entry.</summary>
    internal byte[] Digest { get; }

    internal ReadOnlyMemory<byte>? CallerCertificate { get; }

    internal DigestKey CallerCertificateKey { get; }
}
