using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Appeals;
using Gateway.Server.Calls;
using Gateway.Server.Replays;
using Gateway.Server.Requests;

namespace Gateway.Server.Refunds;

/// <summary>Reads the requests about refunds.</summary>
internal static class RefundRequests
{
    /// <summary>The order that a request to pay a refund out gives.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static PayoutOrder Read(PayRefundRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        RequestFields.CheckRequestId(request.RequestId, errors);
        RequestFields.CheckCounter(request.Counter, grant, errors);
        RequestFields.CheckRecordNumber(request.RefundNumber, errors, "refund_number");
        var amount = MoneyFields.Read(request.Amount, errors, "amount");
        var recipient = NationalId.Parse(request.RecipientNationalId, errors, "recipient_national_id", call.Time);
        errors.ThrowIfAny();
        return new PayoutOrder(
            OnceRequest.Of(call, grant, request.RequestId, request), request.Counter, request.RefundNumber, amount,
            recipient!);
    }

    /// <summary>The refunds that are asked for.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static RefundQuestion Read(ListRefundsRequest request, AccessGrant grant, TimeProvider time)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        AppealKey? appeal = null;
        NationalId? recipient = null;
        switch (request.KeyCase)
        {
            case ListRefundsRequest.KeyOneofCase.AppealNumber:
                appeal = AppealQuestions.ReadKey(
                    request.AppealNumber, request.AppellantNationalId, grant, time, errors);
                break;
            case ListRefundsRequest.KeyOneofCase.NationalId:
                recipient = NationalId.Parse(request.NationalId, errors, "national_id", time);
                if (request.AppellantNationalId.Length > 0)
                    errors.Add("appellant_national_id", "goes with appeal_number only");
                break;
            default:
                errors.Add("key", "is required: appeal_number or national_id");
                break;
        }

        errors.ThrowIfAny();
        return new RefundQuestion(appeal, recipient, request.IncludePaid);
    }
}
