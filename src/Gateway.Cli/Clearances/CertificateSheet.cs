using Gateway.Cli.Settlements;
using Gateway.Contracts.V1;
using Google.Protobuf.Collections;
using Spectre.Console;

namespace Gateway.Cli.Clearances;

/// <summary>
/// One certificate with its values, its sheets and the text of its code. Never prints a whole national id.
/// </summary>
internal static class CertificateSheet
{
    public static void Print(Terminal terminal, ClearanceCertificate certificate)
    {
        var console = terminal.Out;
        console.WriteLine();
        console.MarkupLine(
            $"[bold]Clearance certificate {certificate.CertificateNumber.EscapeMarkup()} · شهادة براءة ذمة[/]  "
            + State(certificate));
        new Sheet()
            .Add("For", ClearanceText.Of(certificate.Subject), "عن")
            .AddHolder(certificate.Holder)
            .Add("Result", "Nothing was outstanding. · لا توجد مخالفات مستحقة", "النتيجة")
            .Add("As of", TimeText.Of(certificate.AsOfTime), "في")
            .Add("Valid until", TimeText.Of(certificate.ExpireTime), "صالحة حتى")
            .Add("Revoked", Revoked(certificate), "ملغاة")
            .Add("Office", SettlementText.Of(certificate.Counter), "مكتب البريد")
            .Print(console);
        PrintSheets(console, certificate.Sheets);
        if (certificate.QrText.Length > 0)
            PrintCode(console, certificate.QrText);
        console.WriteLine();
    }

    private static string State(ClearanceCertificate certificate)
    {
        var word = ClearanceText.Of(certificate.State);
        return certificate.State == ClearanceState.Valid ? $"[green]{word}[/]" : $"[red]{word}[/]";
    }

    private static string Revoked(ClearanceCertificate certificate) => certificate.RevokeTime is { } time
        ? $"{TimeText.Of(time)}, {ClearanceText.Of(certificate.RevocationReason)}"
        : "";

    private static void PrintSheets(IAnsiConsole console, RepeatedField<ClearanceSheet> sheets)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Sheets · الأوراق[/]");
        foreach (var sheet in sheets)
        {
            var reason = ClearanceText.Of(sheet.ReprintReason);
            var again = reason.Length > 0 ? $", printed again: {reason}" : "";
            var since = sheet.RevokeTime is { } time ? $" since {TimeText.Of(time)}" : "";
            var state = ClearanceText.Of(sheet.State);
            console.WriteLine($"  {sheet.SheetSerial}  {TimeText.Of(sheet.PrintTime)}  {state}{since}{again}");
            console.WriteLine($"    code {ClearanceText.Of(sheet.CredentialId)}");
        }
    }

    // On one line, whatever the terminal's width: it is to be copied. A code is plain ASCII, so the console that counts
    // columns is not needed.
    private static void PrintCode(IAnsiConsole console, string qrText)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Text of the code · نص الرمز[/]");
        console.Profile.Out.Writer.WriteLine(qrText);
    }
}
