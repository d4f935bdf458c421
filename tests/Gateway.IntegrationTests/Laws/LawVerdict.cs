using Gateway.Contracts.V1;
using Gateway.Domain;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Laws;

/// <summary>What the laws say to a request.</summary>
/// <param name="Outcome">As in <see cref="LawAnswer"/>.</param>
/// <param name="Response">What is to be answered; of a new settlement or appeal all but its number and
/// receipt, of a decision all but its refunds.</param>
/// <param name="Effect">Puts into the books what has changed, given what was answered; null where nothing has.</param>
internal sealed record LawVerdict(string Outcome, IMessage? Response = null, Action<IMessage>? Effect = null)
{
    /// <summary>It is refused.</summary>
    public static LawVerdict Refused(ErrorReason reason) => new(Server.Errors.ReasonTexts.NameOf(reason));

    /// <summary>What is to be answered, with what only the gateway can say taken from its answer.</summary>
    public IMessage? ResponseLike(IMessage? actual)
    {
        switch (Response, actual)
        {
            case (SettleFinesResponse { Settlement.SettlementNumber: "" } expected,
                SettleFinesResponse { Settlement: { } made }):
                expected = expected.Clone();
                expected.Settlement.SettlementNumber = made.SettlementNumber;
                expected.Settlement.Receipt = made.Receipt;
                return expected;
            case (SubmitAppealResponse { Appeal.AppealNumber: "" } expected,
                SubmitAppealResponse { Appeal: { } made } answer):
                expected = expected.Clone();
                expected.Appeal.AppealNumber = made.AppealNumber;
                expected.Appeal.Etag = AppealEtag.Of(made.AppealNumber, events: 1, documents: 0);
                expected.Receipt = answer.Receipt;
                return expected;
            case (DecideAppealResponse expected, DecideAppealResponse made) when Effect is not null:
                expected = expected.Clone();
                expected.Refunds.Add(made.Refunds);
                return expected;
            default:
                return Response;
        }
    }
}
