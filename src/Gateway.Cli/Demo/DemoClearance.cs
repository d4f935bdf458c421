using System.Security.Cryptography;
using Gateway.Cli.Clearances;
using Gateway.Cli.Connection;
using Gateway.Cli.Fines;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Demo;

/// <summary>
/// The steps of a citizen who wants a clearance certificate: refused while fines stand, issued and printed, verified
/// without a network, printed again, revoked.
/// </summary>
internal sealed class DemoClearance(GatewaySession session, DemoJournal journal)
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trafficgw-demo-").FullName;
    private Subject _subject = new();
    private ClearanceCertificate _certificate = new();

    private string PdfPath => Path.Combine(_folder, "clearance.pdf");

    /// <summary>Takes the steps.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var verifier = new DemoVerifier(session, Path.Combine(_folder, "lists"));
        using var reviewer = session.As(SampleCaller.Reviewer);
        await journal.StepAsync("A clearance certificate is refused while fines stand", () => RefuseAsync(stop));
        await journal.StepAsync("What is outstanding is settled", () => SettleAsync(stop));
        await journal.StepAsync("The certificate is issued, and its page written", () => IssueAsync(stop));
        await journal.StepAsync(
            "Its code, read off the page, is genuine without a network", () => VerifyPageAsync(verifier, stop));
        await journal.StepAsync(
            "Printed again on another sheet: the first code is superseded", () => ReprintAsync(verifier, stop));
        await journal.StepAsync(
            "The reviewer revokes it: the second code is revoked too", () => RevokeAsync(reviewer, verifier, stop));
        await journal.StepAsync("The page is there to be looked at", LookAsync);
    }

    // A fine under appeal that is not paid stands in the way as well, and that one is never decided.
    private async Task<string> RefuseAsync(CancellationToken stop)
    {
        var (refused, clear) = DemoSubjects.AlwaysSo;
        _subject = clear;
        foreach (var subject in DemoSubjects.WithFewFines)
        {
            var inquiry = await FineInquiry.AllAsync(session, subject, includeClosed: false, stop);
            if (inquiry.OutstandingCount == 0)
                continue;

            refused = _subject = subject;
            break;
        }

        var request = Request(refused);
        var refusal = await DemoRefusal.ThrownAsync(
            () => session.Client.Clearances.IssueClearanceCertificateAsync(request, cancellationToken: stop),
            "FINES_OUTSTANDING");
        var fines = refusal.PreconditionViolations.Select(fine => $"{fine.Subject}: {fine.Description}");
        return $"{SubjectText.Of(refused)}: {DemoRefusal.Text(refusal)}\n{string.Join('\n', fines)}\n"
            + $"{refusal.Values["unpaid_count"]} outstanding, {refusal.Values["unpaid_total"]} EGP";
    }

    private async Task<string> SettleAsync(CancellationToken stop)
    {
        var inquiry = await FineInquiry.AllAsync(session, _subject, includeClosed: false, stop);
        if (inquiry.OutstandingCount == 0)
            return $"{SubjectText.Of(_subject)}: nothing is";

        var items = await SettlementQuote.ItemsAsync(session, _subject, [], stop);
        var request = SettlementQuote.Request(
            session, _subject, items, new Payment { Method = PaymentMethod.Cash }, requestId: null);
        var answer = await session.Client.Settlements.SettleFinesAsync(request, cancellationToken: stop);
        return $"settlement {answer.Settlement.SettlementNumber}, fines: {answer.Settlement.Items.Count}, "
            + MoneyText.WithCurrency(answer.Settlement.Total);
    }

    private async Task<string> IssueAsync(CancellationToken stop)
    {
        var request = Request(_subject);
        var answer = await session.Client.Clearances
            .IssueClearanceCertificateAsync(request, cancellationToken: stop);
        _certificate = answer.Certificate;
        DemoException.Unless(
            _certificate.State == ClearanceState.Valid && _certificate.Sheets is [var sheet]
                && sheet.SheetSerial == request.SheetSerial,
            "The certificate is not valid on this sheet.");
        var page = await PageFile.Of(PdfPath, _folder).WriteAsync(session, _certificate.CertificateNumber, stop);
        DemoException.Unless(page.SheetSerial == request.SheetSerial, "The page is for another sheet.");
        return $"{_certificate.CertificateNumber} for {SubjectText.Of(_subject)}, sheet {request.SheetSerial}, "
            + $"valid until {TimeText.Of(_certificate.ExpireTime)}; {page.Content.Length} bytes of PDF";
    }

    private async Task<string> VerifyPageAsync(DemoVerifier verifier, CancellationToken stop)
    {
        var picture = Path.Combine(_folder, "clearance.png");
        await PageFile.Of(picture, _folder).WriteAsync(session, _certificate.CertificateNumber, stop);
        var code = await CodeArgument.ReadAsync(picture, _folder, stop);
        DemoException.Unless(code == _certificate.QrText, "The code on the page is another one.");
        return await verifier.SeenAsync(code, ClearanceVerdict.Genuine, stop);
    }

    private async Task<string> ReprintAsync(DemoVerifier verifier, CancellationToken stop)
    {
        var first = _certificate.QrText;
        var request = new ReprintClearanceCertificateRequest
        {
            RequestId = session.NewRequestId(),
            Counter = session.Counter,
            CertificateNumber = _certificate.CertificateNumber,
            SheetSerial = NewSheet(),
            Reason = ClearanceReprintReason.PrinterFault,
        };
        var answer = await session.Client.Clearances
            .ReprintClearanceCertificateAsync(request, cancellationToken: stop);
        _certificate = answer.Certificate;
        var before = await verifier.SeenAsync(first, ClearanceVerdict.Superseded, stop);
        var now = await verifier.SeenAsync(_certificate.QrText, ClearanceVerdict.Genuine, stop);
        return $"{before}\n{now}";
    }

    private async Task<string> RevokeAsync(
        GatewaySession reviewer, DemoVerifier verifier, CancellationToken stop)
    {
        var request = new RevokeClearanceCertificateRequest
        {
            RequestId = reviewer.NewRequestId(),
            CertificateNumber = _certificate.CertificateNumber,
            Reason = ClearanceRevocationReason.SheetLost,
        };
        await reviewer.Client.Clearances.RevokeClearanceCertificateAsync(request, cancellationToken: stop);
        return await verifier.SeenAsync(_certificate.QrText, ClearanceVerdict.Revoked, stop);
    }

    private async Task<string> LookAsync()
    {
        var content = await File.ReadAllBytesAsync(PdfPath);
        DemoException.Unless(content.AsSpan().StartsWith("%PDF-"u8), "The page is no PDF.");
        return PdfPath;
    }

    private IssueClearanceCertificateRequest Request(Subject subject) => new()
    {
        RequestId = session.NewRequestId(),
        Counter = session.Counter,
        Subject = subject,
        SheetSerial = NewSheet(),
    };

    // A sheet is used once, in each run of the demo.
    private static string NewSheet() => $"DEMO-{RandomNumberGenerator.GetHexString(8)}";
}
