using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Calls;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using Google.Protobuf;
using AppealDocumentType = Gateway.Domain.AppealDocumentType;

namespace Gateway.Server.Appeals.Documents;

/// <summary>Reads the requests about documents of appeals.</summary>
internal static class DocumentRequests
{
    private const int MaxTitleChars = 100;

    /// <summary>The order that a request to add a document gives.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static DocumentOrder Read(AddAppealDocumentRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        RequestFields.CheckRequestId(request.RequestId, errors);
        RequestFields.CheckCounter(request.Counter, grant, errors);
        var appeal = AppealQuestions.ReadKey(
            request.AppealNumber, request.AppellantNationalId, grant, call.Time, errors);
        var title = RequestFields.ReadText(request.Title, MaxTitleChars, errors, "title");
        if (request.Title.Trim().Length == 0)
            errors.Add("title", "is required: what the document is");
        var content = DocumentContent.Parse((AppealDocumentType)request.Type, request.Content.Memory, errors);
        errors.ThrowIfAny();
        return new DocumentOrder(Once(request, grant, call), appeal, title!, content!);
    }

    /// <summary>The document that is asked for.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static DocumentQuestion Read(GetAppealDocumentRequest request, AccessGrant grant, TimeProvider time)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        var appeal = AppealQuestions.ReadKey(request.AppealNumber, request.AppellantNationalId, grant, time, errors);
        if (request.DocumentNumber < 1)
            errors.Add("document_number", "must be 1 or more");
        errors.ThrowIfAny();
        return new DocumentQuestion(appeal, request.DocumentNumber);
    }

    // The content is kept with the appeal; the digest, by which a retry is known, is of the whole request.
    private static OnceRequest Once(AddAppealDocumentRequest request, AccessGrant grant, Call call)
    {
        var kept = request.Clone();
        kept.Content = ByteString.Empty;
        return OnceRequest.Of(call, grant, request.RequestId, request) with { Request = kept.ToByteArray() };
    }
}
