using Gateway.Contracts.V1;
using Gateway.EvidenceLog;
using Google.Protobuf;

namespace Gateway.Server.EvidenceInquiry;

/// <summary>What a log's reader found, as messages of the contract.</summary>
internal static class LogMapping
{
    /// <summary>A batch.</summary>
    public static SignedBatch ToWire(this LoggedBatch batch) => new()
    {
        Batch = ByteString.CopyFrom(batch.Text),
        Signature = ByteString.CopyFrom(batch.Signature),
    };

    /// <summary>A batch with its time stamp; null where there is none.</summary>
    public static StampedBatch? Stamped(this EvidenceLogReader reader, LoggedStamp? stamp) => stamp is null
        ? null
        : new StampedBatch
        {
            Batch = reader.BatchOf(stamp.BatchSize - 1)!.ToWire(),
            TimeStamp = ByteString.CopyFrom(stamp.Token),
            AuthorityChain = { reader.StampChain(stamp.CertificateSha256).Select(ByteString.CopyFrom) },
        };

    /// <summary>The proof that an entry is in the tree of a size.</summary>
    public static InclusionProof Inclusion(this EvidenceLogReader reader, long position, long size) => new()
    {
        Position = position,
        TreeSize = size,
        Root = ByteString.CopyFrom(reader.RootAt(size)),
        Path = { reader.InclusionProofOf(position, size).Path.Select(ByteString.CopyFrom) },
    };
}
