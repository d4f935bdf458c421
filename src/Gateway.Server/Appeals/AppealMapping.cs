using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;
using AppealDecision = Gateway.Contracts.V1.AppealDecision;
using AppealDocumentType = Gateway.Contracts.V1.AppealDocumentType;
using AppealGround = Gateway.Contracts.V1.AppealGround;
using AppealResult = Gateway.Contracts.V1.AppealResult;
using AppealStage = Gateway.Contracts.V1.AppealStage;
using PaymentMethod = Gateway.Contracts.V1.PaymentMethod;
using SmsLanguage = Gateway.Contracts.V1.SmsLanguage;
using SmsState = Gateway.Contracts.V1.SmsState;

namespace Gateway.Server.Appeals;

/// <summary>Writes appeals.</summary>
internal static class AppealMapping
{
    /// <summary>The appeal as the contract has it.</summary>
    public static Appeal ToWire(
        AppealRecord appeal,
        Domain.Subject subject,
        IReadOnlyList<AppealItemRecord> items,
        IReadOnlyList<AppealEventRecord> events,
        IReadOnlyList<AppealDocumentRecord> documents,
        bool showActors)
    {
        var details = appeal.Details;
        return new Appeal
        {
            AppealNumber = details.AppealNumber,
            RequestId = details.RequestId,
            Counter = new Counter
            {
                BranchCode = details.BranchCode,
                CounterCode = details.CounterCode,
                TellerCode = details.TellerCode,
            },
            Subject = subject.ToWire(),
            Appellant = new Appellant
            {
                FullName = details.AppellantName.Value,
                NationalId = details.AppellantNationalId.Value,
                MobileNumber = details.MobileNumber.Value,
                SmsLanguage = (SmsLanguage)details.SmsLanguage,
            },
            AllOutstanding = details.IsWhole,
            Items = { items.Select(ToWire) },
            Stage = (AppealStage)appeal.Stage,
            Result = (AppealResult)(appeal.Result ?? 0),
            SubmitTime = Timestamp.FromDateTimeOffset(details.SubmitTime),
            DueTime = Timestamp.FromDateTimeOffset(details.DueTime),
            EndTime = AppealStages.IsOpen(appeal.Stage) ? null : Timestamp.FromDateTimeOffset(events[^1].EventTime),
            Events = { events.Select(stage => ToWire(stage, showActors)) },
            Documents = { documents.Select(ToWire) },
            FeePayment = FeeOf(details),
            BusinessDate = details.BusinessDate.ToWire(),
            Etag = AppealEtag.Of(details.AppealNumber, events.Count, documents.Count),
        };
    }

    /// <summary>A document without its content.</summary>
    public static AppealDocument ToWire(AppealDocumentRecord document) => new()
    {
        DocumentNumber = document.DocumentNumber,
        Title = document.Title,
        Type = (AppealDocumentType)document.Type,
        SizeBytes = document.SizeBytes,
        Sha256 = Convert.ToHexStringLower(document.Sha256.Span),
        AddTime = Timestamp.FromDateTimeOffset(document.AddTime),
    };

    /// <summary>An appeal in a list.</summary>
    public static AppealSummary ToWire(AppealListItem item, DateTimeOffset now) => new()
    {
        AppealNumber = item.AppealNumber,
        BranchCode = item.BranchCode,
        Stage = (AppealStage)item.Stage,
        Result = (AppealResult)(item.Result ?? 0),
        ItemCount = item.ItemCount,
        ContestedTotal = item.ContestedTotal.ToWire(),
        DocumentCount = item.DocumentCount,
        SubmitTime = Timestamp.FromDateTimeOffset(item.SubmitTime),
        DueTime = Timestamp.FromDateTimeOffset(item.DueTime),
        Overdue = AppealStages.IsOpen(item.Stage) && item.DueTime < now,
    };

    private static AppealItem ToWire(AppealItemRecord item) => new()
    {
        FineNumber = item.FineNumber,
        ViolationAr = item.ViolationAr,
        ViolationEn = item.ViolationEn,
        Amount = item.Details.Amount.ToWire(),
        Fees = item.Details.Fees.ToWire(),
        ContestedAmount = item.Details.ContestedAmount.ToWire(),
        Paid = item.IsPaid,
        Ground = (AppealGround)item.Details.Ground,
        Statement = item.Details.Statement ?? "",
        Decision = (AppealDecision)(item.Decision ?? 0),
        NewAmount = item.NewAmount?.ToWire(),
        WronglyRecorded = item.IsWronglyRecorded,
        DecisionReason = item.DecisionReason ?? "",
    };

    private static AppealEvent ToWire(AppealEventRecord stage, bool showActors) => new()
    {
        Sequence = stage.Sequence,
        Stage = (AppealStage)stage.Stage,
        EventTime = Timestamp.FromDateTimeOffset(stage.EventTime),
        PublicNote = stage.PublicNote ?? "",
        Actor = showActors ? stage.Actor : "",
        Sms = new SmsMessage
        {
            State = (SmsState)stage.SmsState,
            Text = stage.SmsText ?? "",
            Attempts = stage.SmsAttempts,
            SentTime = stage.SmsSentTime is { } sent ? Timestamp.FromDateTimeOffset(sent) : null,
            EndTime = stage.SmsEndTime is { } end ? Timestamp.FromDateTimeOffset(end) : null,
            ProviderMessageId = stage.SmsProviderId ?? "",
        },
    };

    private static Payment? FeeOf(NewAppeal appeal) => appeal.FeePaymentMethod is { } method
        ? new Payment
        {
            Method = (PaymentMethod)method,
            Amount = appeal.FeeAmount.ToWire(),
            Reference = appeal.FeePaymentReference ?? "",
            CollectTime = Timestamp.FromDateTimeOffset(appeal.FeeCollectTime!.Value),
        }
        : null;
}
