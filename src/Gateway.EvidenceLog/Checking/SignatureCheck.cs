using System.Security.Cryptography;
using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Verifies the signature of every batch, or of one in so many and of the last.</summary>
internal sealed class SignatureCheck(
    SqliteConnection connection, BatchVerifier verifier, long oneIn, long end, LogFindings findings) : ILogCheck
{
    private readonly HashSet<string> _signers = new(StringComparer.Ordinal);
    private readonly long _offset = oneIn > 1 ? Random.Shared.NextInt64(oneIn) : 0;
    private long _batches;

    /// <summary>How many were verified.</summary>
    internal long Verified { get; private set; }

    public void Entry(LoggedEntry entry)
    {
        // An entry is signed by its batch.
    }

    public void Batch(WalkedBatch batch)
    {
        if (++_batches % oneIn != _offset % oneIn && batch.Logged.Size != end)
            return;
        try
        {
            var signature = verifier.Verify(batch.Logged.Signature, batch.Logged.Text);
            Verified++;
            CheckChain(batch.First, SHA256.HashData(signature.Signer.RawData));
        }
        catch (EvidenceException exception)
        {
            findings.Add(
                LogFindingKind.Signature, batch.First,
                $"the signature of the batch of size {batch.Logged.Size} failed the check '{exception.Check}'");
        }
    }

    private void CheckChain(long position, byte[] signer)
    {
        if (!_signers.Add(Convert.ToHexStringLower(signer)))
            return;
        var count = (long)connection.Scalar(
            "SELECT COUNT(*) FROM signing_chain JOIN certificate ON sha256 = certificate_sha256 "
            + "WHERE signing_sha256 = $sha256 AND step = 0",
            ("$sha256", signer))!;
        if (count == 0)
        {
            findings.Add(
                LogFindingKind.Certificate, position,
                $"the signing certificate {Convert.ToHexStringLower(signer)[..16]}… is not kept in the log");
        }
    }
}
