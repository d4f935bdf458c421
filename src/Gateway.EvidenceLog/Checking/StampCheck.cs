using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Verifies every time stamp over the signature of its batch.</summary>
internal sealed class StampCheck : ILogCheck
{
    // A batch cannot have been signed after its time stamp, but for the clocks' difference that is still served.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(60);

    private readonly SqliteConnection _connection;
    private readonly TimeStampVerifier _verifier;
    private readonly LogFindings _findings;
    private readonly Dictionary<long, LoggedStamp> _stamps;
    private readonly List<long> _later;

    internal StampCheck(SqliteConnection connection, TimeStampVerifier verifier, long end, LogFindings findings)
    {
        _connection = connection;
        _verifier = verifier;
        _findings = findings;
        var stamps = StampStore.All(connection).ToLookup(stamp => stamp.BatchSize <= end);
        _stamps = stamps[true].ToDictionary(stamp => stamp.BatchSize);
        _later = [.. stamps[false].Select(stamp => stamp.BatchSize)];
    }

    /// <summary>How many were verified.</summary>
    internal long Verified { get; private set; }

    public void Entry(LoggedEntry entry)
    {
        // An entry has the time of its batch.
    }

    public void Batch(WalkedBatch batch)
    {
        if (!_stamps.Remove(batch.Logged.Size, out var stamp))
            return;
        try
        {
            var verified = _verifier.Verify(stamp.Token, batch.Logged.Signature, Chain(stamp.CertificateSha256));
            if (verified.Time.ToUnixTimeMilliseconds() != stamp.Time.ToUnixTimeMilliseconds())
                Add(batch.First, stamp.BatchSize, "is of another time than is written beside it");
            else if (BatchSignature.SigningTime(batch.Logged.Signature) > verified.Time + ClockDifference)
                Add(batch.First, stamp.BatchSize, "is older than the signature that it is over");
            else
                Verified++;
        }
        catch (TimeStampException exception)
        {
            Add(batch.First, stamp.BatchSize, $"failed the check '{exception.Check}'");
        }
        catch (EvidenceException)
        {
            Add(batch.First, stamp.BatchSize, "is over a signature that can't be read");
        }
    }

    /// <summary>What can be told at the end only.</summary>
    internal void End()
    {
        // A gateway may have sealed and stamped behind the end of the walk.
        foreach (var size in _stamps.Keys.Concat(_later.Where(size => !HasBatch(size))).Order())
            Add(null, size, "is of no batch");
    }

    private bool HasBatch(long size) =>
        _connection.Scalar("SELECT 1 FROM batch WHERE size = $size", ("$size", size)) is not null;

    private X509Certificate2Collection Chain(byte[] authority) =>
    [
        .. StampStore.Chain(_connection, authority).Select(der => X509CertificateLoader.LoadCertificate(der)),
    ];

    private void Add(long? position, long size, string what) =>
        _findings.Add(LogFindingKind.TimeStamp, position, $"the time stamp at size {size} {what}");
}
