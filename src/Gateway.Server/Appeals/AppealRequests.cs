using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Access;
using Gateway.Server.Calls;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using Gateway.Server.Settlements;
using AppealGround = Gateway.Domain.AppealGround;
using SmsLanguage = Gateway.Domain.SmsLanguage;

namespace Gateway.Server.Appeals;

/// <summary>Reads the requests that submit an appeal or take it back.</summary>
internal static class AppealRequests
{
    private const int MaxItems = 100;
    private const int MaxStatementChars = 1000;

    /// <summary>The order that a request to appeal gives.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static AppealOrder Read(SubmitAppealRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        RequestFields.CheckRequestId(request.RequestId, errors);
        RequestFields.CheckCounter(request.Counter, grant, errors);
        var subject = RequestFields.ReadSubject(request.Subject, errors, "subject");
        AppealClaim? whole = null;
        List<AppealOrderItem> items = [];
        switch (request.ExtentCase)
        {
            case SubmitAppealRequest.ExtentOneofCase.AllOutstanding:
                whole = ReadClaim(
                    request.AllOutstanding.Ground, request.AllOutstanding.Statement, errors, "all_outstanding");
                break;
            case SubmitAppealRequest.ExtentOneofCase.Partial:
                items = ReadItems(request.Partial, errors);
                break;
            default:
                errors.Add("extent", "is required: all_outstanding or partial");
                break;
        }

        var appellant = ReadAppellant(request.Appellant, call.Time, errors);
        var fee = request.FeePayment is null ? null : PaymentFields.Read(request.FeePayment, errors, "fee_payment");
        errors.ThrowIfAny();
        return new AppealOrder
        {
            Request = OnceRequest.Of(call, grant, request.RequestId, request),
            Counter = request.Counter,
            Subject = subject!,
            Whole = whole,
            Items = items,
            Appellant = appellant!,
            Fee = fee,
        };
    }

    /// <summary>The order that a request to take an appeal back gives.</summary>
    /// <exception cref="Errors.RefusalException">INVALID_FIELDS with every wrong field.</exception>
    public static WithdrawalOrder Read(WithdrawAppealRequest request, AccessGrant grant, Call call)
    {
        var errors = new FieldErrors();
        RequestFields.CheckRequestId(request.RequestId, errors);
        RequestFields.CheckCounter(request.Counter, grant, errors);
        RequestFields.CheckRecordNumber(request.AppealNumber, errors, "appeal_number");
        var nationalId = NationalId.Parse(request.AppellantNationalId, errors, "appellant_national_id", call.Time);
        errors.ThrowIfAny();
        return new WithdrawalOrder(
            OnceRequest.Of(call, grant, request.RequestId, request),
            new AppealKey(request.AppealNumber, nationalId, grant.OnlyBranch));
    }

    private static List<AppealOrderItem> ReadItems(PartialAppeal partial, FieldErrors errors)
    {
        var items = new List<AppealOrderItem>();
        if (partial.Items.Count is 0 or > MaxItems)
        {
            errors.Add("partial.items", "must be 1 to 100 fines");
            return items;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < partial.Items.Count; i++)
        {
            var (item, path) = (partial.Items[i], $"partial.items[{i}]");
            RequestFields.CheckFineNumber(item.FineNumber, errors, $"{path}.fine_number");
            if (!seen.Add(item.FineNumber))
                errors.Add($"{path}.fine_number", "stands in the request twice");
            var claim = ReadClaim(item.Ground, item.Statement, errors, path);
            items.Add(new AppealOrderItem(item.FineNumber, claim, ReadContested(item, errors, path)));
        }

        return items;
    }

    private static Money? ReadContested(PartialAppealItem item, FieldErrors errors, string path)
    {
        if (item.ContestedAmount is null)
            return null;

        var before = errors.Items.Count;
        var contested = MoneyFields.Read(item.ContestedAmount, errors, $"{path}.contested_amount");
        if (contested == Money.Zero && errors.Items.Count == before)
            errors.Add($"{path}.contested_amount", "must be more than nothing");
        return contested;
    }

    private static AppealClaim ReadClaim(
        Contracts.V1.AppealGround wire, string words, FieldErrors errors, string path)
    {
        var ground = (AppealGround)wire;
        if (!Enum.IsDefined(ground))
            errors.Add($"{path}.ground", "must be one of the grounds of the contract");
        var statement = RequestFields.ReadLines(words, MaxStatementChars, errors, $"{path}.statement");
        if (ground == AppealGround.Other && words.Trim().Length == 0)
            errors.Add($"{path}.statement", "is required for another ground");
        return new AppealClaim(ground, statement);
    }

    private static OrderAppellant? ReadAppellant(Appellant? appellant, TimeProvider time, FieldErrors errors)
    {
        if (appellant is null)
        {
            errors.Add("appellant", "is required: full_name, national_id, mobile_number and sms_language");
            return null;
        }

        var name = PersonName.Parse(appellant.FullName, errors, "appellant.full_name");
        var nationalId = NationalId.Parse(appellant.NationalId, errors, "appellant.national_id", time);
        var mobile = MobileNumber.Parse(appellant.MobileNumber, errors, "appellant.mobile_number");
        var language = (SmsLanguage)appellant.SmsLanguage;
        if (!Enum.IsDefined(language))
            errors.Add("appellant.sms_language", "must be AR or EN");
        return name is null || nationalId is null || mobile is null
            ? null
            : new OrderAppellant(name, nationalId, mobile, language);
    }
}
