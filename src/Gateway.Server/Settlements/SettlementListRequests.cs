using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Errors;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Server.Settlements;

/// <summary>Reads requests for the settlements of a day, and writes the answers.</summary>
internal static class SettlementListRequests
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 500;

    /// <summary>The question that a request asks.</summary>
    /// <exception cref="RefusalException">INVALID_FIELDS with every wrong field; BRANCH_MISMATCH.</exception>
    public static SettlementListQuestion Read(ListSettlementsRequest request, AccessGrant grant)
    {
        var errors = new FieldErrors();
        RequestFields.CheckCounter(request.Counter, grant, errors);
        var date = DateFields.Read(request.BusinessDate, errors, "business_date");
        if (request.BranchCode.Length > 0)
            RequestFields.CheckBranchCode(request.BranchCode, errors, "branch_code");
        if (request.PageSize is < 0 or > MaxPageSize)
            errors.Add("page_size", "must be 0 to 500");
        SettlementPageToken? after = null;
        if (request.PageToken.Length > 0 && !SettlementPageToken.TryParse(request.PageToken, out after))
            errors.Add("page_token", "is not a next_page_token of this service");
        errors.ThrowIfAny();

        var asked = request.BranchCode.Length > 0 ? request.BranchCode : null;
        if (asked is not null && grant.OnlyBranch is { } own && asked != own)
            throw new Refusal(ErrorReason.BranchMismatch).ToException();
        return new SettlementListQuestion(
            date, grant.OnlyBranch ?? asked, request.PageSize == 0 ? DefaultPageSize : request.PageSize, after);
    }

    /// <summary>The answer as the contract has it.</summary>
    public static ListSettlementsResponse ToWire(DaySettlements day) => new()
    {
        Settlements = { day.Page.Select(ToWire) },
        SettledCount = day.Totals.SettledCount,
        SettledTotal = day.Totals.SettledTotal.ToWire(),
        ReversedCount = day.Totals.ReversedCount,
        ReversedTotal = day.Totals.ReversedTotal.ToWire(),
        Closed = day.IsClosed,
        NextPageToken = day.Next?.ToString() ?? "",
    };

    private static SettlementSummary ToWire(SettlementListItem item) => new()
    {
        SettlementNumber = item.SettlementNumber,
        Counter = new Counter
        {
            BranchCode = item.BranchCode,
            CounterCode = item.CounterCode,
            TellerCode = item.TellerCode,
        },
        PaymentMethod = (Contracts.V1.PaymentMethod)item.PaymentMethod,
        PaymentReference = item.PaymentReference ?? "",
        ItemCount = item.ItemCount,
        Total = item.Total.ToWire(),
        SettleTime = Timestamp.FromDateTimeOffset(item.SettleTime),
        ReverseTime = item.ReverseTime is { } time ? Timestamp.FromDateTimeOffset(time) : null,
    };
}
