using Gateway.Cli.Clearances;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Google.Protobuf;

namespace Gateway.UnitTests.Cli.Clearances;

public sealed class PrintedClearanceTests
{
    [Fact]
    public void Certificate_IsPrintedWithItsSheetsAndItsCodeOnOneLine()
    {
        var certificate = SomeClearance.Certificate();
        certificate.QrText += new string('A', 500);

        var printed = PrintedText.Of(terminal => CertificateSheet.Print(terminal, certificate));

        Assert.Contains($"{SomeClearance.Number} · شهادة براءة ذمة  valid", printed, StringComparison.Ordinal);
        Assert.Contains("Plate ق ب ل 1234 (private)", printed, StringComparison.Ordinal);
        Assert.Matches("Valid until +2026-08-30 15:00", printed);
        Assert.Contains("A-1000  2026-07-31 15:00  superseded since 2026-07-31 16", printed, StringComparison.Ordinal);
        Assert.Contains("valid, printed again: printer fault", printed, StringComparison.Ordinal);
        Assert.Contains("code 08070605040302ff", printed, StringComparison.Ordinal);
        Assert.Contains($"\n{certificate.QrText}\n", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void CertificateAndCheck_ShowLastDigitsOfTheHoldersNumbersOnly()
    {
        var printed = PrintedText.Of(terminal =>
        {
            CertificateSheet.Print(terminal, SomeClearance.Certificate());
            CheckSheet.Print(terminal, SomeClearance.Check(ClearanceVerdict.Genuine));
        });

        Assert.Contains("••••••••••2347", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("2850312", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567890", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_ThatWasRevoked_SaysWhenAndWhy()
    {
        var certificate = SomeClearance.Certificate();
        certificate.State = ClearanceState.Revoked;
        certificate.RevokeTime = SomeClearance.At(3);
        certificate.RevocationReason = ClearanceRevocationReason.IssuedInError;

        var printed = PrintedText.Of(terminal => CertificateSheet.Print(terminal, certificate));

        Assert.Matches("Revoked +2026-07-31 18:00, issued in error", printed);
    }

    [Fact]
    public void Check_OfAGenuineCode_TellsEveryValueAndAsksToCompareThePaper()
    {
        var printed = PrintedText.Of(
            terminal => CheckSheet.Print(terminal, SomeClearance.Check(ClearanceVerdict.Genuine)));

        Assert.Contains("GENUINE", printed, StringComparison.Ordinal);
        Assert.Contains("صحيحة وسارية", printed, StringComparison.Ordinal);
        Assert.Contains("Plate ق ب ل 1234", printed, StringComparison.Ordinal);
        Assert.Matches("Sheet +A-1001", printed);
        Assert.Contains("fines: 2, 415.00 EGP", printed, StringComparison.Ordinal);
        Assert.Contains("with the paper: the plate and the sheet's serial number", printed, StringComparison.Ordinal);
        Assert.Contains("قارن بالورقة", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfALicence_ShowsTheLastDigitsThatTheCodeHas()
    {
        var check = SomeClearance.Check(ClearanceVerdict.Genuine);
        check.Subject = new Subject { DrivingLicence = new DrivingLicence { LicenceNumber = "4321" } };

        var printed = PrintedText.Of(terminal => CheckSheet.Print(terminal, check));

        Assert.Contains("Licence ending in 4321", printed, StringComparison.Ordinal);
        Assert.Contains("the licence and the sheet's", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfAForgery_TellsItsReasonAndNoValues()
    {
        var check = new VerifyClearanceCertificateResponse
        {
            Verdict = ClearanceVerdict.Forged,
            Reason = "SIGNATURE_WRONG",
        };

        var printed = PrintedText.Of(terminal => CheckSheet.Print(terminal, check));

        Assert.Contains("ALTERED OR FORGED", printed, StringComparison.Ordinal);
        Assert.Contains("Reason SIGNATURE_WRONG", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Compare", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_EachHasItsWordsInBothLanguagesAndAnExitCodeOfItsOwn()
    {
        var verdicts = Enum.GetValues<ClearanceVerdict>().Where(v => v != ClearanceVerdict.Unspecified).ToList();

        Assert.All(verdicts, verdict => Assert.NotEqual("UNKNOWN VERDICT", VerdictText.Of(verdict).English));
        Assert.Equal(verdicts.Count, verdicts.Select(VerdictText.ExitCode).Distinct().Count());
        Assert.Equal(
            [0, 12, 13, 14, 15, 16, 17, 18, 19], verdicts.Order().Select(VerdictText.ExitCode));
        Assert.Equal(ExitCodes.VerdictBase, VerdictText.ExitCode((ClearanceVerdict)77));
    }

    [Fact]
    public void Revocations_AreListedWithTheCursorThatComesAfter()
    {
        var list = new ListClearanceRevocationsResponse
        {
            Revocations =
            {
                new ClearanceRevocation
                {
                    CredentialId = ByteString.CopyFrom(1, 2, 3, 4, 5, 6, 7, 8),
                    State = ClearanceState.Superseded,
                    RevokeTime = SomeClearance.At(0),
                    ExpireTime = SomeClearance.At(24),
                },
            },
            NextCursor = 42,
        };

        var printed = PrintedText.Of(terminal => RevocationsCommand.Print(terminal, list));

        Assert.Matches("0102030405060708 +superseded +2026-07-31 15:00 +2026-08-01 15:00", printed);
        Assert.Contains("Codes: 1; what comes after: --since 42", printed, StringComparison.Ordinal);
    }
}
