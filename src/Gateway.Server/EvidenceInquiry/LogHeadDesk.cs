using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.EvidenceLog;
using Gateway.Server.Errors;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Server.EvidenceInquiry;

/// <summary>Heads of evidence logs, and that one contains another. Thread-safe.</summary>
internal sealed class LogHeadDesk(EvidenceLog.EvidenceLog log, LogReaders readers, IProsecutionDatabase database)
{
    /// <summary>The heads of all logs that the database was told; this gateway's own as it is now.</summary>
    public async Task<ListLogsResponse> ListAsync(CancellationToken cancellationToken)
    {
        var anchors = await database.ReadAsync(
            session => new EvidenceAnchorStore(session).ListAsync(cancellationToken), cancellationToken);
        return new ListLogsResponse { Logs = { anchors.Select(ToWire) } };
    }

    /// <summary>The newest head.</summary>
    /// <exception cref="RefusalException">TREE_SIZE_UNKNOWN: the log is empty.</exception>
    public GetCheckpointResponse Newest() => readers.Read(reader =>
    {
        var size = reader.Size;
        var batch = size == 0 ? null : reader.BatchOf(size - 1);
        return new GetCheckpointResponse
        {
            Batch = (batch ?? throw SizeUnknown(size)).ToWire(),
            Stamped = reader.Stamped(reader.StampCoverage().Last),
        };
    });

    /// <summary>The proof that a later head contains an earlier one.</summary>
    /// <exception cref="RefusalException">EVIDENCE_LOG_UNKNOWN, TREE_SIZE_UNKNOWN.</exception>
    public GetConsistencyProofResponse Consistency(string origin, long first, long second) => readers.Read(reader =>
    {
        if (origin != log.Origin)
        {
            throw new Refusal(ErrorReason.EvidenceLogUnknown)
            {
                Metadata = new Dictionary<string, string> { ["origin"] = log.Origin },
            }.ToException();
        }

        var size = reader.Size;
        var later = second == 0 ? size : second;
        if (later > size || first > later)
            throw SizeUnknown(size);
        return new GetConsistencyProofResponse
        {
            SecondSize = later,
            SecondRoot = ByteString.CopyFrom(reader.RootAt(later)),
            Path = { reader.ConsistencyProof(first, later).Select(ByteString.CopyFrom) },
        };
    });

    /// <summary>The refusal of a size that the log has not.</summary>
    public static RefusalException SizeUnknown(long size) => new Refusal(ErrorReason.TreeSizeUnknown)
    {
        Metadata = new Dictionary<string, string>
        {
            ["size"] = size.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
    }.ToException();

    private EvidenceLogHead ToWire(EvidenceAnchor anchor)
    {
        var isLocal = anchor.Origin == log.Origin;
        var head = isLocal ? log.Head : new LogHead(anchor.Origin, anchor.Size, anchor.Root.ToArray());
        return new EvidenceLogHead
        {
            Origin = head.Origin,
            Size = head.Size,
            Root = ByteString.CopyFrom(head.Root),
            UpdateTime = Timestamp.FromDateTimeOffset(anchor.UpdateTime),
            Successor = anchor.Successor ?? "",
            IsLocal = isLocal,
        };
    }
}
