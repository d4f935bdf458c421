using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Calls;
using Gateway.Server.Replays;
using Gateway.Server.Requests;

namespace Gateway.Server.Settlements;

/// <summary>Reads the requests of the settlement service.</summary>
internal static class SettlementRequests
{
    private const int MaxItems = 100;

    /// <summary>The order that a request gives.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static SettlementOrder Read(SettleFinesRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        RequestFields.CheckRequestId(request.RequestId, errors);
        RequestFields.CheckCounter(request.Counter, grant, errors);
        var subject = RequestFields.ReadSubject(request.Subject, errors, "subject");
        var items = ReadItems(request, errors);
        var payment = PaymentFields.Read(request.Payment, errors);
        var payer = PaymentFields.ReadPayer(request.Payer, call.Time, errors);
        errors.ThrowIfAny();
        return new SettlementOrder
        {
            Request = OnceRequest.Of(call, grant, request.RequestId, request),
            Counter = request.Counter,
            Subject = subject!,
            Items = items,
            Payment = payment!,
            Payer = payer,
        };
    }

    /// <summary>The question that a request asks.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static SettlementQuestion Read(GetSettlementRequest request, AccessGrant grant)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        var own = grant.Caller.Id.Value;
        switch (request.KeyCase)
        {
            case GetSettlementRequest.KeyOneofCase.SettlementNumber:
                RequestFields.CheckRecordNumber(request.SettlementNumber, errors, "settlement_number");
                break;
            case GetSettlementRequest.KeyOneofCase.RequestId:
                RequestFields.CheckRequestId(request.RequestId, errors);
                break;
            default:
                errors.Add("key", "is required: a settlement_number or a request_id");
                break;
        }

        var byRequest = request.KeyCase == GetSettlementRequest.KeyOneofCase.RequestId;
        if (grant.Scope == Scope.All && byRequest && request.Caller.Length == 0)
            errors.Add("caller", "is required with a request_id: whose request it was");
        else if (request.Caller.Length > 0
            && (grant.Scope != Scope.All || request.KeyCase != GetSettlementRequest.KeyOneofCase.RequestId))
            errors.Add("caller", "is for the head office only, and with a request_id");
        else if (request.Caller.Length > 128)
            errors.Add("caller", "must be a SPIFFE id of at most 128 characters");
        errors.ThrowIfAny();
        return new SettlementQuestion(
            request.SettlementNumber, request.Caller.Length > 0 ? request.Caller : own, request.RequestId,
                grant.OnlyBranch);
    }

    private static List<OrderItem> ReadItems(SettleFinesRequest request, FieldErrors errors)
    {
        var items = new List<OrderItem>();
        if (request.Items.Count is 0 or > MaxItems)
        {
            errors.Add("items", "must be 1 to 100 fines");
            return items;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < request.Items.Count; i++)
        {
            var item = request.Items[i];
            RequestFields.CheckFineNumber(item.FineNumber, errors, $"items[{i}].fine_number");
            RequestFields.CheckEtag(item.Etag, errors, $"items[{i}].etag", "the quoted fine");
            if (!seen.Add(item.FineNumber))
                errors.Add($"items[{i}].fine_number", "stands in the request twice");
            items.Add(new OrderItem(
                item.FineNumber, item.Etag, MoneyFields.Read(item.Amount, errors, $"items[{i}].amount")));
        }

        return items;
    }
}
