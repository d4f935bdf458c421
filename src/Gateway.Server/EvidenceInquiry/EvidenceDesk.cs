using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Gateway.Server.Errors;
using Google.Protobuf;

namespace Gateway.Server.EvidenceInquiry;

/// <summary>The evidence of single answers, as the log has it. Thread-safe.</summary>
internal sealed class EvidenceDesk(LogReaders readers, KeptMessagesDesk messages, IProsecutionDatabase database)
{
    /// <summary>The evidence of an answer, and what a court needs beside it.</summary>
    /// <exception cref="RefusalException">EVIDENCE_UNKNOWN.</exception>
    public async Task<GetEvidenceResponse> FindAsync(EvidenceQuestion question, CancellationToken cancellationToken)
    {
        var callId = question.CallId ?? await CallOfAsync(question, cancellationToken) ?? throw Unknown();
        var (response, statement) = readers.Read(reader => Find(reader, callId, question.OnlyCaller));
        response.Messages = await messages.FindAsync(statement, cancellationToken);
        return response;
    }

    /// <summary>The proof that an answer is in the log at a size; 0 is the newest.</summary>
    /// <exception cref="RefusalException">EVIDENCE_UNKNOWN, TREE_SIZE_UNKNOWN.</exception>
    public GetInclusionProofResponse Inclusion(EvidenceQuestion question, long treeSize) => readers.Read(reader =>
    {
        var (entry, _) = Entry(reader, question.CallId!.Value, question.OnlyCaller);
        var size = reader.Size;
        var asked = treeSize == 0 ? size : treeSize;
        if (asked > size || asked <= entry.Position || reader.BatchOf(asked - 1) is not { } batch || batch.Size != asked)
            throw LogHeadDesk.SizeUnknown(size);
        return new GetInclusionProofResponse
        {
            Origin = reader.Origin,
            Entry = ByteString.CopyFrom(entry.Digest),
            Inclusion = reader.Inclusion(entry.Position, asked),
            Batch = batch.ToWire(),
        };
    });

    private async Task<Guid?> CallOfAsync(EvidenceQuestion question, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            session => new CallResultStore(session).FindAsync(
                question.Caller, question.RequestId, cancellationToken),
            cancellationToken))?.CallId;

    private static (GetEvidenceResponse Response, Statement Statement) Find(
        EvidenceLogReader reader, Guid callId, string? onlyCaller)
    {
        var (entry, statement) = Entry(reader, callId, onlyCaller);
        var batch = reader.BatchOf(entry.Position)!;
        var stamp = reader.StampCovering(entry.Position);
        var response = new GetEvidenceResponse
        {
            Evidence = new ResponseEvidence
            {
                Statement = ByteString.CopyFrom(entry.Statement),
                Batch = ByteString.CopyFrom(batch.Text),
                Signature = ByteString.CopyFrom(batch.Signature),
            },
            Origin = reader.Origin,
            Position = entry.Position,
            CallerCertificate = Bytes(reader.Certificate(Convert.FromHexString(statement.CallerCertificateSha256))),
            SigningChain = { reader.SigningChainOf(batch) },
            Contract = Bytes(reader.Contract(Convert.FromHexString(statement.ContractSha256))),
            Stamped = reader.Stamped(stamp),
            Inclusion = reader.Inclusion(entry.Position, stamp?.BatchSize ?? batch.Size),
        };
        return (response, statement);
    }

    // What another caller asked is as unknown as what nobody asked.
    private static (LoggedEntry Entry, Statement Statement) Entry(
        EvidenceLogReader reader, Guid callId, string? onlyCaller)
    {
        if (reader.FindByCall(callId) is not { Statement: { } line } entry)
            throw Unknown();
        var statement = Statement.Parse(line);
        return onlyCaller is null || statement.Caller == onlyCaller ? (entry, statement) : throw Unknown();
    }

    private static ByteString Bytes(byte[]? bytes) => bytes is null ? ByteString.Empty : ByteString.CopyFrom(bytes);

    private static RefusalException Unknown() => new Refusal(ErrorReason.EvidenceUnknown).ToException();
}
