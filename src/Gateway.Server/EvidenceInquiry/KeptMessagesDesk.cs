using System.Security.Cryptography;
using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Evidence;
using Google.Protobuf;

namespace Gateway.Server.EvidenceInquiry;

/// <summary>
/// Request and response of changes, kept for retries. Only what has the digest of the statement is given out as what was
/// asked or answered. Thread-safe.
/// </summary>
internal sealed class KeptMessagesDesk(IProsecutionDatabase database)
{
    private static readonly string AddDocument =
        $"/{AppealService.Descriptor.FullName}/{nameof(AppealService.AppealServiceClient.AddAppealDocument)}";

    /// <summary>The messages of a call; null where none are kept.</summary>
    public Task<KeptMessages?> FindAsync(Statement statement, CancellationToken cancellationToken) => database.ReadAsync(
        async session =>
        {
            var kept = await new CallResultStore(session).FindByCallAsync(statement.CallId, cancellationToken);
            if (kept is null)
                return null;
            var request = kept.Method == AddDocument
                ? await WithContentAsync(session, kept, cancellationToken)
                : kept.Request;
            var messages = new KeptMessages();
            if (IsThat(request, statement.RequestSha256, statement.RequestCount))
                messages.Request = ByteString.CopyFrom(request.Span);
            if (IsThat(kept.Response, statement.ResponseSha256, statement.ResponseCount))
                messages.Response = ByteString.CopyFrom(kept.Response.Span);
            return messages.Request.IsEmpty && messages.Response.IsEmpty ? null : messages;
        },
        cancellationToken);

    private static bool IsThat(ReadOnlyMemory<byte> message, string sha256, int count) =>
        count == 1 && Convert.ToHexStringLower(SHA256.HashData(message.Span)) == sha256;

    // The content of a document is kept with the appeal only.
    private static async Task<ReadOnlyMemory<byte>> WithContentAsync(
        DatabaseSession session, CallResult kept, CancellationToken cancellationToken)
    {
        var request = AddAppealDocumentRequest.Parser.ParseFrom(kept.Request.Span);
        var added = AddAppealDocumentResponse.Parser.ParseFrom(kept.Response.Span);
        var appeal = await new AppealStore(session).FindByNumberAsync(request.AppealNumber, cancellationToken);
        var content = appeal is null
            ? null
            : await new AppealDocumentStore(session).FindContentAsync(
                appeal.Id, added.Document.DocumentNumber, cancellationToken);
        request.Content = content is null ? ByteString.Empty : ByteString.CopyFrom(content);
        return request.ToByteArray();
    }
}
