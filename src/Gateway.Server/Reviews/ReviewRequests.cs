using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Appeals;
using Gateway.Server.Calls;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using AppealDecision = Gateway.Domain.AppealDecision;
using AppealStage = Gateway.Domain.AppealStage;

namespace Gateway.Server.Reviews;

/// <summary>Reads the requests of the review service.</summary>
internal static class ReviewRequests
{
    private const int MaxNoteChars = 300;
    private const int MinReasonChars = 3;
    private const int MaxReasonChars = 500;

    /// <summary>The order that a request to move an appeal gives.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static AdvanceOrder Read(AdvanceAppealRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        CheckAppeal(request.RequestId, request.AppealNumber, request.Etag, errors);
        var stage = (AppealStage)request.Stage;
        if (stage is not (AppealStage.Received or AppealStage.UnderReview or AppealStage.DocumentsRequested))
            errors.Add("stage", "must be RECEIVED, UNDER_REVIEW or DOCUMENTS_REQUESTED");
        var note = RequestFields.ReadText(request.PublicNote, MaxNoteChars, errors, "public_note");
        if (stage == AppealStage.DocumentsRequested && request.PublicNote.Trim().Length == 0)
            errors.Add("public_note", "is required: which documents are requested");
        errors.ThrowIfAny();
        return new AdvanceOrder(
            OnceRequest.Of(call, grant, request.RequestId, request), request.AppealNumber, request.Etag, stage, note);
    }

    /// <summary>The order that a request to decide an appeal gives.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static DecisionOrder Read(DecideAppealRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        CheckAppeal(request.RequestId, request.AppealNumber, request.Etag, errors);
        var decisions = new List<OrderDecision>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (request.Decisions.Count == 0)
            errors.Add("decisions", "is required: one for each fine of the appeal");
        for (var i = 0; i < request.Decisions.Count; i++)
        {
            var (decision, path) = (request.Decisions[i], $"decisions[{i}]");
            if (!seen.Add(decision.FineNumber))
                errors.Add($"{path}.fine_number", "stands in the request twice");
            decisions.Add(ReadDecision(decision, errors, path));
        }

        var note = RequestFields.ReadText(request.PublicNote, MaxNoteChars, errors, "public_note");
        errors.ThrowIfAny();
        return new DecisionOrder(
            OnceRequest.Of(call, grant, request.RequestId, request), request.AppealNumber, request.Etag, decisions,
            note);
    }

    /// <summary>The open appeals that are asked for.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static QueueQuestion Read(ListOpenAppealsRequest request)
    {
        var errors = new FieldErrors();
        var stage = AppealQuestions.ReadStage(request.Stage, errors);
        if (stage is { } asked && Enum.IsDefined(asked) && !AppealStages.IsOpen(asked))
            errors.Add("stage", "must be a stage before the decision");
        var pageSize = AppealQuestions.ReadPageSize(request.PageSize, errors);
        QueuePageToken? after = null;
        if (request.PageToken.Length > 0 && !QueuePageToken.TryParse(request.PageToken, out after))
            errors.Add("page_token", "is not a next_page_token of this service");
        errors.ThrowIfAny();
        return new QueueQuestion(stage, request.OverdueOnly, pageSize, after);
    }

    private static void CheckAppeal(string requestId, string appealNumber, string etag, FieldErrors errors)
    {
        RequestFields.CheckRequestId(requestId, errors);
        RequestFields.CheckRecordNumber(appealNumber, errors, "appeal_number");
        RequestFields.CheckEtag(etag, errors, "etag", "the appeal as it was seen");
    }

    private static OrderDecision ReadDecision(Contracts.V1.AppealItemDecision wire, FieldErrors errors, string path)
    {
        RequestFields.CheckFineNumber(wire.FineNumber, errors, $"{path}.fine_number");
        var decision = (AppealDecision)wire.Decision;
        if (!Enum.IsDefined(decision))
            errors.Add($"{path}.decision", "must be CANCELLED, REDUCED or UPHELD");
        var reason = RequestFields.ReadText(wire.Reason, MaxReasonChars, errors, $"{path}.reason");
        if (wire.Reason.Trim().Length < MinReasonChars)
            errors.Add($"{path}.reason", "is required: 3 to 500 characters");
        if (wire.WronglyRecorded && decision != AppealDecision.Cancelled)
            errors.Add($"{path}.wrongly_recorded", "is for a fine that is cancelled only");
        return new OrderDecision(
            wire.FineNumber, decision, ReadNewAmount(wire, decision, errors, path), wire.WronglyRecorded, reason ?? "");
    }

    private static Money? ReadNewAmount(
        Contracts.V1.AppealItemDecision wire, AppealDecision decision, FieldErrors errors, string path)
    {
        if (decision != AppealDecision.Reduced)
        {
            if (wire.NewAmount is not null)
                errors.Add($"{path}.new_amount", "is for a fine that is reduced only");
            return null;
        }

        var before = errors.Items.Count;
        var amount = MoneyFields.Read(wire.NewAmount, errors, $"{path}.new_amount");
        if (amount == Money.Zero && errors.Items.Count == before)
            errors.Add($"{path}.new_amount", "must be more than nothing; a fine of nothing is cancelled");
        return amount;
    }
}
