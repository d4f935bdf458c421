using Gateway.Contracts.V1;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Laws;

/// <summary>A request as it was sent, so that it can be sent again. Its messages are to be left alone.</summary>
/// <param name="Caller">Who sent it.</param>
/// <param name="RequestId">Its id.</param>
/// <param name="Messages">Its messages, one unless it is a stream.</param>
internal sealed record LawRequest(LawCaller Caller, string RequestId, IReadOnlyList<IMessage> Messages)
{
    private const string Package = "/traffic.gateway.v1.";

    /// <summary>The first message.</summary>
    public IMessage Message => Messages[0];

    /// <summary>Whose id it is.</summary>
    public (string Caller, string RequestId) Key => (Caller.Id, RequestId);

    /// <summary>The method.</summary>
    public string Path => Package + Message switch
    {
        SettleFinesRequest => "SettlementService/SettleFines",
        ReverseSettlementRequest => "SettlementService/ReverseSettlement",
        AbandonSettlementRequest => "SettlementService/AbandonSettlement",
        ReconcileBusinessDayRequest => "SettlementService/ReconcileBusinessDay",
        SubmitAppealRequest => "AppealService/SubmitAppeal",
        WithdrawAppealRequest => "AppealService/WithdrawAppeal",
        AdvanceAppealRequest => "AppealReviewService/AdvanceAppeal",
        DecideAppealRequest => "AppealReviewService/DecideAppeal",
        _ => throw new InvalidOperationException($"No method takes {Message}."),
    };

    /// <summary>Number of the appeal that is to be moved; null where there is none.</summary>
    public string? AppealNumber => Message switch
    {
        WithdrawAppealRequest withdraw => withdraw.AppealNumber,
        AdvanceAppealRequest advance => advance.AppealNumber,
        DecideAppealRequest decide => decide.AppealNumber,
        _ => null,
    };

    /// <summary>Method and messages; two requests with one id are the same when these are.</summary>
    public string Identity =>
        Path + " " + string.Join(' ', Messages.Select(message => Convert.ToHexString(message.ToByteArray())));

    /// <inheritdoc/>
    public override string ToString() => $"{Caller} {string.Join(' ', Messages)}";
}

/// <summary>How a request was answered.</summary>
/// <param name="Outcome"><see cref="Done"/>, <see cref="Unavailable"/>, <see cref="Killed"/> or the reason of a
/// refusal.</param>
/// <param name="Response">What was answered, where it was done.</param>
internal sealed record LawAnswer(string Outcome, IMessage? Response = null)
{
    /// <summary>It was carried out, now or before.</summary>
    public const string Done = "done";

    /// <summary>The database failed.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>The gateway was killed meanwhile.</summary>
    public const string Killed = "killed";

    /// <summary>Whether only the database knows what became of the request.</summary>
    public bool IsUnknown => Outcome is Unavailable or Killed;
}
