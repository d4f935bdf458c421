using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Calls;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using ClearanceReprintReason = Gateway.Domain.ClearanceReprintReason;
using ClearanceRevocationReason = Gateway.Domain.ClearanceRevocationReason;

namespace Gateway.Server.Clearances;

/// <summary>Reads the requests that make certificates or change them.</summary>
internal static class ClearanceRequests
{
    private const int MaxNoteChars = 200;

    /// <summary>The order that a request to issue gives.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static IssueOrder Read(IssueClearanceCertificateRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        RequestFields.CheckRequestId(request.RequestId, errors);
        RequestFields.CheckCounter(request.Counter, grant, errors);
        var subject = RequestFields.ReadSubject(request.Subject, errors, "subject");
        var sheet = SheetSerial.Parse(request.SheetSerial, errors, "sheet_serial");
        errors.ThrowIfAny();
        return new IssueOrder(
            OnceRequest.Of(call, grant, request.RequestId, request), request.Counter, subject!, sheet!);
    }

    /// <summary>The order that a request to print again gives.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static ReprintOrder Read(ReprintClearanceCertificateRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        RequestFields.CheckRequestId(request.RequestId, errors);
        RequestFields.CheckCounter(request.Counter, grant, errors);
        RequestFields.CheckRecordNumber(request.CertificateNumber, errors, "certificate_number");
        var sheet = SheetSerial.Parse(request.SheetSerial, errors, "sheet_serial");
        var reason = (ClearanceReprintReason)request.Reason;
        if (!Enum.IsDefined(reason))
            errors.Add("reason", "must be PRINTER_FAULT, SHEET_DAMAGED or WRONG_SHEET_SERIAL");
        errors.ThrowIfAny();
        return new ReprintOrder(
            OnceRequest.Of(call, grant, request.RequestId, request),
            new ClearanceKey(request.CertificateNumber, grant.OnlyBranch), sheet!, reason);
    }

    /// <summary>The order that a request to revoke gives.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static RevokeOrder Read(RevokeClearanceCertificateRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        RequestFields.CheckRequestId(request.RequestId, errors);
        RequestFields.CheckRecordNumber(request.CertificateNumber, errors, "certificate_number");
        var reason = (ClearanceRevocationReason)request.Reason;
        if (!Enum.IsDefined(reason) || reason == ClearanceRevocationReason.SettlementReversed)
            errors.Add("reason", "must be ISSUED_IN_ERROR, SHEET_LOST, FRAUD or OTHER");
        var note = RequestFields.ReadText(request.Note, MaxNoteChars, errors, "note");
        if (reason == ClearanceRevocationReason.Other && note is null)
            errors.Add("note", "is required for another reason");
        errors.ThrowIfAny();
        return new RevokeOrder(
            OnceRequest.Of(call, grant, request.RequestId, request), request.CertificateNumber, reason, note);
    }
}
