using Gateway.Contracts.V1;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Laws;

/// <summary>What the laws say to a request.</summary>
/// <param name="Outcome">As in <see cref="LawAnswer"/>.</param>
/// <param name="Response">What is to be answered; of a new settlement all but its number and receipt.</param>
/// <param name="Effect">Puts into the books what has changed, given what was answered; null where nothing has.</param>
internal sealed record LawVerdict(string Outcome, IMessage? Response = null, Action<IMessage>? Effect = null)
{
    /// <summary>It is refused.</summary>
    public static LawVerdict Refused(ErrorReason reason) => new(Server.Errors.ReasonTexts.NameOf(reason));

    /// <summary>What is to be answered, with what only the gateway can say taken from its answer.</summary>
    public IMessage? ResponseLike(IMessage? actual)
    {
        if (Response is SettleFinesResponse { Settlement.SettlementNumber: "" } expected
            && actual is SettleFinesResponse { Settlement: { } made })
        {
            expected = expected.Clone();
            expected.Settlement.SettlementNumber = made.SettlementNumber;
            expected.Settlement.Receipt = made.Receipt;
            return expected;
        }

        return Response;
    }
}
