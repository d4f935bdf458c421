using Gateway.Cli.Connection;
using Gateway.Cli.Fines;
using Gateway.Client;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Demo;

/// <summary>The steps of the demo, each on what the one before it left.</summary>
internal sealed class DemoWalk(GatewaySession session, DemoJournal journal)
{
    private readonly GatewayClient _client = session.Client;
    private Subject _subject = new();
    private Fine _fine = new();
    private int _outstanding;
    private SettleFinesRequest _request = new();
    private Settlement _settlement = new();

    public async Task RunAsync(CancellationToken stop)
    {
        await journal.StepAsync("Who signs: the signing certificates", () => SigningCertificatesAsync(stop));
        await journal.StepAsync("A plate that nobody knows is refused", () => UnknownPlateAsync(stop));
        await journal.StepAsync("Inquiry: the fines of a citizen's vehicle", () => InquireAsync(stop));
        await journal.StepAsync("One of the fines by its number", () => ShowFineAsync(stop));
        await new DemoAbandonment(session, journal).RunAsync(Payment(), stop);
        await journal.StepAsync("Settlement of that fine, in cash", () => SettleAsync(stop));
        await journal.StepAsync("The same request again: the same answer, no second payment", () => RetryAsync(stop));
        await journal.StepAsync("Another payment of that fine is refused", () => SettleTwiceAsync(stop));
        await journal.StepAsync("The settlement, found by number and by request", () => ShowSettlementAsync(stop));
        await journal.StepAsync("Inquiry again: the fine is settled", () => InquireAgainAsync(stop));
        await new DemoReversal(session, journal, _subject).RunAsync(_settlement, _outstanding, stop);
        await journal.StepAsync("Settlement of that fine once more", () => SettleAsync(stop));
        await new DemoAppeal(session, journal, _subject, _fine).RunAsync(stop);
        await journal.StepAsync("A bad request is told every wrong field at once", () => BadRequestAsync(stop));
        await new DemoClearance(session, journal).RunAsync(stop);
    }

    private async Task<string> SigningCertificatesAsync(CancellationToken stop)
    {
        var answer = await _client.Evidence
            .ListSigningCertificatesAsync(new ListSigningCertificatesRequest(), cancellationToken: stop);
        var current = answer.Certificates.Where(c => c.State == SigningKeyState.Current).ToList();
        var signer = session.Answers[^1].Evidence.Signer;
        DemoException.Unless(
            current.Any(c => c.CertificateSha256 == EvidenceSummary.Fingerprint(signer)),
            "The certificate that signed this answer is not among those in use.");
        return $"{answer.Certificates.Count} listed; this answer was signed by {EvidenceSummary.Name(signer)}";
    }

    private async Task<string> UnknownPlateAsync(CancellationToken stop)
    {
        var request = new InquireFinesRequest { Subject = DemoSubjects.Unknown, Counter = session.Counter };
        var refused = await DemoRefusal.SeenAsync(
            () => _client.Fines.InquireFinesAsync(request, cancellationToken: stop), "SUBJECT_UNKNOWN");
        return $"{SubjectText.Of(request.Subject)}: {refused}";
    }

    // Two fines make the better appeal.
    private async Task<string> InquireAsync(CancellationToken stop)
    {
        var walked = new List<string>();
        foreach (var subject in DemoSubjects.WithFines)
        {
            var answer = await FineInquiry.AllAsync(session, subject, includeClosed: false, stop);
            walked.Add($"{SubjectText.Of(answer.Subject)}: {Outstanding(answer)}");
            if (answer.OutstandingCount <= Math.Min(_outstanding, 1))
                continue;

            _subject = subject;
            _outstanding = answer.OutstandingCount;
            _fine = answer.Fines.First(fine => fine.Status == FineStatus.Outstanding);
            if (_outstanding > 1)
                break;
        }

        DemoException.Unless(
            _outstanding > 0,
            "The sample subjects have no outstanding fines left. For fresh sample data stop the gateway, "
            + "delete the folder .data, and start the gateway again.");
        return string.Join("; ", walked);
    }

    private async Task<string> ShowFineAsync(CancellationToken stop)
    {
        var request = new GetFineRequest { FineNumber = _fine.FineNumber, Counter = session.Counter };
        var answer = await _client.Fines.GetFineAsync(request, cancellationToken: stop);
        DemoException.Unless(answer.Fine.Equals(_fine), "It is not what the inquiry listed.");
        var violation = _fine.Violation;
        return $"{_fine.FineNumber}: {violation.DescriptionEn}, {MoneyText.WithCurrency(_fine.AmountDue)} · "
            + violation.DescriptionAr;
    }

    private async Task<string> SettleAsync(CancellationToken stop)
    {
        _request = Payment();
        var answer = await _client.Settlements.SettleFinesAsync(_request, cancellationToken: stop);
        _settlement = answer.Settlement;
        DemoException.Unless(
            _settlement.Items is [var item] && item.FineNumber == _fine.FineNumber
                && _settlement.Total.Equals(_request.Payment.Amount),
            "The settlement is not of this fine and this amount.");
        return $"settlement {_settlement.SettlementNumber}, {MoneyText.WithCurrency(_settlement.Total)}, "
            + $"business day {TimeText.Of(_settlement.BusinessDate)}";
    }

    private async Task<string> RetryAsync(CancellationToken stop)
    {
        var first = session.Answers[^1].ResponseMessages[0];
        await _client.Settlements.SettleFinesAsync(_request, cancellationToken: stop);
        var second = session.Answers[^1].ResponseMessages[0];
        DemoException.Unless(second.AsSpan().SequenceEqual(first), "The answer is another one.");
        return $"{first.Length} identical bytes";
    }

    private async Task<string> SettleTwiceAsync(CancellationToken stop)
    {
        var request = Payment();
        return await DemoRefusal.SeenAsync(
            () => _client.Settlements.SettleFinesAsync(request, cancellationToken: stop), "FINE_NOT_OUTSTANDING");
    }

    private async Task<string> ShowSettlementAsync(CancellationToken stop)
    {
        var number = _settlement.SettlementNumber;
        var byNumber = new GetSettlementRequest { SettlementNumber = number, Counter = session.Counter };
        var found = await _client.Settlements.GetSettlementAsync(byNumber, cancellationToken: stop);
        var byRequest = new GetSettlementRequest { RequestId = _request.RequestId, Counter = session.Counter };
        var again = await _client.Settlements.GetSettlementAsync(byRequest, cancellationToken: stop);
        DemoException.Unless(
            found.Settlement.Equals(_settlement) && again.Settlement.Equals(_settlement),
            "It is not the settlement that was made.");
        return "both as on the receipt";
    }

    private async Task<string> InquireAgainAsync(CancellationToken stop)
    {
        var answer = await FineInquiry.AllAsync(session, _subject, includeClosed: true, stop);
        var fine = answer.Fines.FirstOrDefault(f => f.FineNumber == _fine.FineNumber);
        DemoException.Unless(fine is { Status: FineStatus.Settled }, "The fine is not settled.");
        DemoException.Unless(
            answer.OutstandingCount == _outstanding - 1,
            $"{answer.OutstandingCount} fines are outstanding; before the settlement there were {_outstanding}.");
        return $"{_fine.FineNumber} is settled; {Outstanding(answer)}";
    }

    private async Task<string> BadRequestAsync(CancellationToken stop)
    {
        var request = Payment();
        request.RequestId = "not-a-uuid";
        request.Items.Clear();
        request.Payment.Method = PaymentMethod.Unspecified;
        var refused = await DemoRefusal.ThrownAsync(
            () => _client.Settlements.SettleFinesAsync(request, cancellationToken: stop), "INVALID_FIELDS");
        foreach (var field in new[] { "request_id", "items", "payment.method" })
        {
            DemoException.Unless(
                refused.FieldViolations.Any(v => v.Field == field), $"The wrong field {field} was not named.");
        }

        return $"{DemoRefusal.Text(refused)} {string.Join(", ", refused.FieldViolations.Select(v => v.Field))}";
    }

    private SettleFinesRequest Payment() => SettlementQuote.Request(
        session,
        _subject,
        [SettlementQuote.Quote(_fine)],
        new Payment { Method = PaymentMethod.Cash },
        requestId: null);

    private static string Outstanding(InquireFinesResponse answer) =>
        $"{answer.OutstandingCount} outstanding, {MoneyText.WithCurrency(answer.OutstandingTotal)}";
}
