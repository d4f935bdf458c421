using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Clearances;

/// <summary>
/// The verdict on a certificate, large, and everything that its code says: this is what counts, not what is printed on
/// the paper.
/// </summary>
internal static class CheckSheet
{
    public static void Print(Terminal terminal, VerifyClearanceCertificateResponse check, bool showNumbers = false)
    {
        var console = terminal.Out;
        PrintVerdict(console, check);
        if (check.CertificateNumber.Length == 0)
            return;

        new Sheet()
            .Add("Certificate", check.CertificateNumber, "رقم الشهادة")
            .Add("For", ClearanceText.Of(check.Subject), "عن")
            .AddHolder(check.Holder, showNumbers)
            .Add("Sheet", check.SheetSerial, "رقم الورقة")
            .Add("Result", "Nothing was outstanding. · لا توجد مخالفات مستحقة", "النتيجة")
            .Add("As of", TimeText.Of(check.AsOfTime), "في")
            .Add("Valid until", TimeText.Of(check.ExpireTime), "صالحة حتى")
            .Add("Branch", check.BranchCode, "مكتب البريد")
            .Add("Revoked", TimeText.Of(check.RevokeTime), "تاريخ الإلغاء")
            .Add("", ClearanceText.Of(check.RevocationReason), "")
            .Add("Since then", FinesSince(check.FinesSince), "منذ ذلك الحين")
            .Add("Checked", TimeText.Of(check.CheckTime), "وقت التحقق")
            .Print(console);
        if (check.Verdict is not (ClearanceVerdict.Genuine or ClearanceVerdict.GenuineRevocationUnknown))
            return;

        console.WriteLine();
        PrintComparison(console, check);
    }

    private static void PrintVerdict(IAnsiConsole console, VerifyClearanceCertificateResponse check)
    {
        var text = VerdictText.Of(check.Verdict);
        var colour = VerdictText.Colour(check.Verdict);
        // No frame: terminals that turn Arabic around would break its right side.
        var line = new Rule { Border = BoxBorder.Heavy, Style = Style.Parse(colour) };
        console.WriteLine();
        console.Write(line);
        console.MarkupLine($"\n    [bold {colour}]{text.English}[/]\n    [bold {colour}]{text.Arabic}[/]\n");
        console.Write(line);
        console.WriteLine($"{text.Advice}\n{text.ArabicAdvice}");
        if (check.Reason.Length > 0)
            console.WriteLine($"Reason {check.Reason}");
        console.WriteLine();
    }

    // A photocopy of a genuine code is as genuine as the code.
    private static void PrintComparison(IAnsiConsole console, VerifyClearanceCertificateResponse check)
    {
        var what = check.Subject?.VehiclePlate is null ? "the licence" : "the plate";
        var arabic = check.Subject?.VehiclePlate is null ? "الرخصة" : "اللوحة";
        console.MarkupLine(
            $"[bold]Compare with the paper:[/] {what} and the sheet's serial number have to be these. "
            + "What stands here prevails.");
        console.MarkupLine($"[bold]قارن بالورقة:[/] {arabic} ورقم الورقة. ما يظهر هنا هو المعتمد.");
    }

    private static string FinesSince(FinesSince? since) => since switch
    {
        null => "",
        { Count: 0 } => "no fines were recorded",
        _ => $"fines: {since.Count}, {MoneyText.WithCurrency(since.Total)}",
    };
}
