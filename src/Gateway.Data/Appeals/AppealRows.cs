using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of appeal.</summary>
internal sealed class AppealRow
{
    public long Id { get; set; }
    public string AppealNumber { get; set; } = "";
    public string Caller { get; set; } = "";
    public string RequestId { get; set; } = "";
    public string BranchCode { get; set; } = "";
    public string CounterCode { get; set; } = "";
    public string TellerCode { get; set; } = "";
    public long? VehicleId { get; set; }
    public long? DriverId { get; set; }
    public bool IsWhole { get; set; }
    public string AppellantName { get; set; } = "";
    public string AppellantNationalId { get; set; } = "";
    public string MobileNumber { get; set; } = "";
    public SmsLanguage SmsLanguage { get; set; }
    public Money FeeAmount { get; set; }
    public PaymentMethod? FeePaymentMethod { get; set; }
    public string? FeePaymentReference { get; set; }
    public DbTime? FeeCollectTime { get; set; }
    public DbDate BusinessDate { get; set; }
    public DbTime SubmitTime { get; set; }
    public DbTime DueTime { get; set; }
    public AppealStage Stage { get; set; }
    public AppealResult? Result { get; set; }

    public AppealRecord ToRecord() => new(Id, Details(), Stage, Result);

    private NewAppeal Details() => new()
    {
        AppealNumber = AppealNumber,
        Caller = Caller,
        RequestId = RequestId,
        BranchCode = BranchCode,
        CounterCode = CounterCode,
        TellerCode = TellerCode,
        Subject = SubjectKey.Of(VehicleId, DriverId),
        IsWhole = IsWhole,
        AppellantName = PersonName.FromStored(AppellantName),
        AppellantNationalId = NationalId.FromStored(AppellantNationalId),
        MobileNumber = Domain.MobileNumber.FromStored(MobileNumber),
        SmsLanguage = SmsLanguage,
        FeeAmount = FeeAmount,
        FeePaymentMethod = FeePaymentMethod,
        FeePaymentReference = FeePaymentReference,
        FeeCollectTime = FeeCollectTime?.Value,
        BusinessDate = BusinessDate.Value,
        SubmitTime = SubmitTime.Value,
        DueTime = DueTime.Value,
    };
}

/// <summary>A row of appeal_item with its fine and what was paid for it.</summary>
internal sealed class AppealItemRow
{
    public long FineId { get; set; }
    public long? SettlementId { get; set; }
    public AppealGround Ground { get; set; }
    public string? Statement { get; set; }
    public Money Amount { get; set; }
    public Money Fees { get; set; }
    public Money ContestedAmount { get; set; }
    public string FineNumber { get; set; } = "";
    public string DescriptionAr { get; set; } = "";
    public string DescriptionEn { get; set; } = "";
    public Money? PaidAmount { get; set; }
    public Money Refunded { get; set; }
    public AppealDecision? Decision { get; set; }
    public Money? NewAmount { get; set; }
    public bool IsWronglyRecorded { get; set; }
    public string? DecisionReason { get; set; }

    public AppealItemRecord ToRecord() => new()
    {
        Details = new NewAppealItem(
            FineId,
            SettlementId is { } id && PaidAmount is { } paid ? new FinePayment(id, paid) : null,
            Ground, Statement, Amount, Fees, ContestedAmount),
        FineNumber = FineNumber,
        ViolationAr = DescriptionAr,
        ViolationEn = DescriptionEn,
        Refunded = Refunded,
        Decision = Decision,
        NewAmount = NewAmount,
        IsWronglyRecorded = IsWronglyRecorded,
        DecisionReason = DecisionReason,
    };
}

/// <summary>A row of appeal_event.</summary>
internal sealed class AppealEventRow
{
    public int Sequence { get; set; }
    public AppealStage Stage { get; set; }
    public DbTime EventTime { get; set; }
    public string Actor { get; set; } = "";
    public string? PublicNote { get; set; }
    public SmsState SmsState { get; set; }
    public string? SmsText { get; set; }
    public int SmsAttempts { get; set; }
    public DbTime? SmsSentTime { get; set; }
    public DbTime? SmsEndTime { get; set; }
    public string? SmsProviderId { get; set; }

    public AppealEventRecord ToRecord() => new()
    {
        Sequence = Sequence,
        Stage = Stage,
        EventTime = EventTime.Value,
        Actor = Actor,
        PublicNote = PublicNote,
        SmsState = SmsState,
        SmsText = SmsText,
        SmsAttempts = SmsAttempts,
        SmsSentTime = SmsSentTime?.Value,
        SmsEndTime = SmsEndTime?.Value,
        SmsProviderId = SmsProviderId,
    };
}
