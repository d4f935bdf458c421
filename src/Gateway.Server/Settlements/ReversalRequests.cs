using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Calls;
using Gateway.Server.Replays;
using Gateway.Server.Requests;

namespace Gateway.Server.Settlements;

/// <summary>Reads the requests that take back or abandon.</summary>
internal static class ReversalRequests
{
    private const int MaxNoteChars = 200;
    private const int MaxRecoveredSheets = 20;

    /// <summary>The order that a request to reverse gives.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static ReversalOrder Read(ReverseSettlementRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        RequestFields.CheckRequestId(request.RequestId, errors);
        RequestFields.CheckCounter(request.Counter, grant, errors);
        RequestFields.CheckRecordNumber(request.SettlementNumber, errors, "settlement_number");
        var reason = (Domain.ReversalReason)request.Reason;
        if (!Enum.IsDefined(reason))
            errors.Add("reason", "must be TELLER_ERROR, PAYMENT_FAILED, CITIZEN_REQUEST or OTHER");
        var note = RequestFields.ReadText(request.Note, MaxNoteChars, errors, "note");
        if (reason == Domain.ReversalReason.Other && note is null)
            errors.Add("note", "is required for another reason");
        var recoveredSheets = ReadRecoveredSheets(request, grant, errors);
        errors.ThrowIfAny();
        return new ReversalOrder
        {
            Request = OnceRequest.Of(call, grant, request.RequestId, request),
            Counter = request.Counter,
            SettlementNumber = request.SettlementNumber,
            Reason = reason,
            Note = note,
            OnlyBranch = grant.OnlyBranch,
            RecoveredSheets = recoveredSheets,
        };
    }

    /// <summary>The request that is to be abandoned.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static OnceRequest Read(AbandonSettlementRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        RequestFields.CheckRequestId(request.RequestId, errors);
        RequestFields.CheckCounter(request.Counter, grant, errors);
        errors.ThrowIfAny();
        return OnceRequest.Of(call, grant, request.RequestId, request);
    }

    private static List<string>? ReadRecoveredSheets(
        ReverseSettlementRequest request, AccessGrant grant, FieldErrors errors)
    {
        const string Path = "recovered_sheet_serials";
        var named = request.RecoveredSheetSerials;
        if (grant.Caller.Role != Role.HeadOffice)
        {
            if (named.Count > 0)
                errors.Add(Path, "is for the head office only");
            return null;
        }
        if (named.Count > MaxRecoveredSheets)
        {
            errors.Add(Path, $"has more than {MaxRecoveredSheets}");
            return null;
        }

        var sheets = new List<string>();
        for (var i = 0; i < named.Count; i++)
        {
            if (SheetSerial.Parse(named[i], errors, $"{Path}[{i}]") is not { } sheet)
                continue;
            if (sheets.Contains(sheet))
                errors.Add($"{Path}[{i}]", "is named twice");
            sheets.Add(sheet);
        }
        return sheets;
    }
}
