using Gateway.Cli.Fines;
using Gateway.Cli.Settlements;
using Gateway.Contracts.V1;
using Google.Protobuf.Collections;
using Spectre.Console;

namespace Gateway.Cli.Appeals;

/// <summary>
/// One appeal: who and against what, the fines, every stage with its SMS, the documents. Never prints a whole national
/// id or mobile number.
/// </summary>
internal static class AppealSheet
{
    public static void Print(Terminal terminal, Appeal appeal, DateTimeOffset now)
    {
        var console = terminal.Out;
        console.WriteLine();
        console.MarkupLine(
            $"[bold]Appeal {appeal.AppealNumber.EscapeMarkup()}[/]  {AppealText.Of(appeal.Stage, appeal.Result)}");
        Head(appeal, now).Print(console);
        console.WriteLine();
        AppealItems.Print(terminal, appeal.Items);
        PrintStages(console, appeal.Events);
        PrintDocuments(console, appeal.Documents);
        console.WriteLine();
    }

    private static Sheet Head(Appeal appeal, DateTimeOffset now)
    {
        var appellant = appeal.Appellant ?? new Appellant();
        var language = EnumWords.Of(appellant.SmsLanguage);
        var due = appeal.EndTime is null ? $" ({AppealText.Due(appeal.DueTime, now)})" : "";
        return new Sheet()
            .Add("Against", SubjectText.Of(appeal.Subject), "ضد")
            .Add("", appeal.AllOutstanding ? "all that was outstanding" : "", "")
            .Add("Appellant", appellant.FullName, "المتظلم")
            .Add("National id", Masked.NationalId(appellant.NationalId), "الرقم القومي")
            .Add("SMS to", appellant.MobileNumber.Length > 0
                ? $"{Masked.Mobile(appellant.MobileNumber)}, {language}" : "", "رسائل إلى")
            .Add("Submitted", TimeText.Of(appeal.SubmitTime), "تاريخ التقديم")
            .Add("", SettlementText.Of(appeal.Counter), "")
            .Add("Decision by", TimeText.Of(appeal.DueTime) + due, "موعد القرار")
            .Add("Ended", TimeText.Of(appeal.EndTime), "تاريخ الانتهاء")
            .Add("Fee", appeal.FeePayment is { } fee
                ? $"{MoneyText.WithCurrency(fee.Amount)}, {SettlementText.Of(fee.Method)}" : "", "الرسم")
            .Add("Request", appeal.RequestId, "رقم الطلب")
            .Add("ETag", appeal.Etag, "");
    }

    private static void PrintStages(IAnsiConsole console, IEnumerable<AppealEvent> stages)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Stages · المراحل[/]");
        foreach (var stage in stages)
        {
            console.WriteLine($"  {stage.Sequence}  {TimeText.Of(stage.EventTime)}  {AppealText.Of(stage.Stage)}");
            if (stage.PublicNote.Length > 0)
                console.WriteLine($"     Note: {stage.PublicNote}");
            if (stage.Actor.Length > 0)
                console.WriteLine($"     By {stage.Actor}");
            if (stage.Sms is { } sms)
                PrintSms(console, sms);
        }
    }

    private static void PrintSms(IAnsiConsole console, SmsMessage sms)
    {
        var times = sms switch
        {
            { EndTime: { } end } => $" {TimeText.Of(end)}",
            { SentTime: { } sent } => $" {TimeText.Of(sent)}",
            _ => "",
        };
        var tries = sms.Attempts > 1 ? $", tried {sms.Attempts} times" : "";
        var state = EnumWords.Of(sms.State);
        var shown = sms.State == SmsState.Failed ? $"[red]{state}[/]" : state;
        console.MarkupLine($"     SMS {shown}{times}{tries}");
        if (sms.Text.Length > 0)
            console.WriteLine($"     {sms.Text}");
    }

    private static void PrintDocuments(IAnsiConsole console, RepeatedField<AppealDocument> documents)
    {
        if (documents.Count == 0)
            return;

        console.WriteLine();
        console.MarkupLine("[bold]Documents · المستندات[/]");
        foreach (var document in documents)
            DocumentText.Print(console, document);
    }
}
