using Gateway.Contracts.V1;
using Gateway.Evidence;
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
    public static StampedBatch? Stamped(this EvidenceLogReader reader, LoggedStamp? stamp)
    {
        if (stamp is null)
            return null;
        var batch = reader.BatchOf(stamp.BatchSize - 1)!;
        return new StampedBatch
        {
            Batch = batch.ToWire(),
            TimeStamp = ByteString.CopyFrom(stamp.Token),
            AuthorityChain = { reader.StampChain(stamp.CertificateSha256).Select(ByteString.CopyFrom) },
            SigningChain = { reader.SigningChainOf(batch) },
        };
    }

    /// <summary>The certificate that signed a batch and its issuers without the root, DER.</summary>
    public static IEnumerable<ByteString> SigningChainOf(this EvidenceLogReader reader, LoggedBatch batch) =>
        reader.SigningChain(BatchSignature.CertificateSha256(batch.Signature)).Select(ByteString.CopyFrom);

    /// <summary>The proof that an entry is in the tree of a size.</summary>
    public static Contracts.V1.InclusionProof Inclusion(this EvidenceLogReader reader, long position, long size) => new()
    {
        Position = position,
        TreeSize = size,
        Root = ByteString.CopyFrom(reader.RootAt(size)),
        Path = { reader.InclusionProofOf(position, size).Path.Select(ByteString.CopyFrom) },
    };
}
