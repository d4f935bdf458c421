using System.Security.Cryptography;
using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Errors;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using Google.Rpc;

namespace Gateway.Server.Appeals.Documents;

/// <summary>Takes documents to appeals and gives them out again. Thread-safe.</summary>
internal sealed class AppealDocumentDesk(
    IProsecutionDatabase database, RequestOnce once, AppealOptions options, TimeProvider time)
{
    /// <summary>Adds a document, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_EXPIRED, APPEAL_UNKNOWN, PERSON_MISMATCH, APPEAL_STAGE_CONFLICT,
    /// DOCUMENT_NOT_TAKEN. Nothing is changed then.
    /// </exception>
    public Task<AddAppealDocumentResponse> AddAsync(DocumentOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(order.Request, async session =>
        {
            var appeal = await AppealAccess.HoldAsync(session, order.Appeal, cancellationToken);
            if (!AppealStages.IsOpen(appeal.Stage))
                throw AppealMoves.Conflict(appeal.Details.AppealNumber, appeal.Stage);

            var documents = new AppealDocumentStore(session);
            var before = await documents.ListAsync(appeal.Id, cancellationToken);
            var sha256 = SHA256.HashData(order.Content.Bytes.Span);
            Check(appeal, before, sha256);

            var document = new AppealDocumentRecord(
                before.Count + 1, order.Title, order.Content.Type, order.Content.Bytes.Length, sha256,
                Milliseconds.Of(time.GetUtcNow()));
            await documents.InsertAsync(
                new NewAppealDocument
                {
                    AppealId = appeal.Id,
                    Document = document,
                    Content = order.Content.Bytes,
                    Caller = order.Request.Caller,
                    RequestId = order.Request.RequestId,
                },
                cancellationToken);
            return new AddAppealDocumentResponse { Document = AppealMapping.ToWire(document) };
        }, cancellationToken);

    /// <summary>A document and its content.</summary>
    /// <exception cref="RefusalException">APPEAL_UNKNOWN, PERSON_MISMATCH, DOCUMENT_UNKNOWN.</exception>
    public Task<(AppealDocumentRecord Document, byte[] Content)> FindAsync(
        DocumentQuestion question, CancellationToken cancellationToken) => database.ReadAsync(
            async session =>
            {
                var appeal = await AppealAccess.FindAsync(session, question.Appeal, cancellationToken);
                var documents = new AppealDocumentStore(session);
                var all = await documents.ListAsync(appeal.Id, cancellationToken);
                var content = await documents.FindContentAsync(
                    appeal.Id, question.DocumentNumber, cancellationToken)
                    ?? throw new Refusal(ErrorReason.DocumentUnknown).ToException();
                return (all.Single(document => document.DocumentNumber == question.DocumentNumber), content);
            },
            cancellationToken);

    private void Check(AppealRecord appeal, IReadOnlyList<AppealDocumentRecord> before, byte[] sha256)
    {
        if (before.FirstOrDefault(document => document.Sha256.Span.SequenceEqual(sha256)) is { } same)
            throw NotTaken(appeal, $"Document {same.DocumentNumber} has this content.");
        if (before.Count >= options.MaxDocuments)
            throw NotTaken(appeal, $"It has {before.Count} documents, the most that it takes.");
    }

    private static RefusalException NotTaken(AppealRecord appeal, string description) =>
        new Refusal(ErrorReason.DocumentNotTaken)
        {
            Preconditions =
            [
                new PreconditionFailure.Types.Violation
                {
                    Type = "APPEAL_DOCUMENT",
                    Subject = appeal.Details.AppealNumber,
                    Description = description,
                },
            ],
        }.ToException();
}
