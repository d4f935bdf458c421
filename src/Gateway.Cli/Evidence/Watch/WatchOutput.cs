using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Cli.Invocation;
using Gateway.Cli.Saving;
using Gateway.Client;
using Gateway.Client.Watching;
using Gateway.Evidence;
using Spectre.Console;

namespace Gateway.Cli.Evidence.Watch;

/// <summary>What rounds of <c>evidence watch</c> found, for people or as JSON.</summary>
/// <param name="terminal">Where it is told.</param>
/// <param name="witness">The key of the cosignatures.</param>
/// <param name="isOneOfMany">Whether a round is a line.</param>
internal sealed class WatchOutput(Terminal terminal, NoteKey witness, bool isOneOfMany)
{
    private const string Answers = "answers";

    /// <summary>Tells a round in which nothing was contradicted.</summary>
    /// <returns>Its exit code.</returns>
    public int Tell(WatchReport report)
    {
        if (terminal.IsJson)
            Write(WatchJson.Of(report, witness));
        else if (isOneOfMany)
            PrintLine(report);
        else
            Print(report);
        return report.FaultCount > 0 ? ExitCodes.EvidenceFailed : ExitCodes.Ok;
    }

    /// <summary>Tells an alarm, and keeps the gateway's answers with it.</summary>
    /// <returns>Its exit code.</returns>
    public int Tell(LogAlarmException alarm, IEnumerable<VerifiedAnswer> answers)
    {
        var failure = Failure.From(alarm);
        if (terminal.IsJson)
        {
            var document = failure.ToJson();
            document["alarm"] = WatchJson.Of(alarm);
            Write(document);
        }
        else
        {
            var problem = alarm.Alarm.Problem.EscapeMarkup();
            terminal.Error.MarkupLine($"[bold red]✗ ALARM[/] · [bold red]إنذار[/]: {problem}");
            new Sheet()
                .Add("Known", alarm.Alarm.Known.ToString(), "المعروف")
                .Add("From", alarm.Alarm.Source, "المصدر")
                .Add("Shown now", alarm.Alarm.Shown.ToString(), "المعروض الآن")
                .Add("Kept in", alarm.Folder, "محفوظ في")
                .Print(terminal.Error);
        }

        // The same alarm again leaves alone what is kept of the first.
        var kept = Path.Combine(alarm.Folder, Answers);
        if (alarm.Folder.Length > 0 && !Directory.Exists(kept))
            AnswerFolder.Write(kept, [.. answers]);
        return failure.ExitCode;
    }

    /// <summary>Tells a round that came to no end.</summary>
    public void Tell(Failure failure)
    {
        if (terminal.IsJson)
            Write(failure.ToJson());
        else
            failure.Print(terminal);
    }

    private void Write(JsonObject document)
    {
        if (isOneOfMany)
            terminal.WriteJsonLine(document);
        else
            terminal.WriteJson(document);
    }

    private void PrintLine(WatchReport report)
    {
        var size = report.Previous is { } previous && previous.Origin == report.Head.Origin
            ? $"{Number(previous.Size)} → {Number(report.Head.Size)}"
            : Number(report.Head.Size);
        var mark = report.FaultCount > 0 ? "[red]✗[/]" : "[green]✓[/]";
        var end = report.FaultCount > 0
            ? $"{Number(report.FaultCount)} not checked, nothing cosigned"
            : "cosigned";
        terminal.Out.MarkupLine(
            $"{TimeText.Of(report.Time)} {mark} {report.Head.Origin.EscapeMarkup()}: {size} entries, "
            + $"{Number(report.Checked)} received, {end}");
        PrintFaults(report);
    }

    private void Print(WatchReport report)
    {
        var (head, previous) = (report.Head, report.Previous);
        terminal.Out.MarkupLine($"[bold]{head.Origin.EscapeMarkup()}[/]");
        new Sheet()
            .Add("Entries", Number(head.Size), "القيود")
            .Add("Root", Convert.ToHexStringLower(head.Root), "الجذر")
            .Add("Signed", TimeText.Of(head.SigningTime), "وقت التوقيع")
            .Add("Seen before", previous is null ? "nothing: this is the first round" : $"{previous}", "ما سبق رؤيته")
            .Add("In the log", $"{Number(report.Checked)} received, {Number(report.CheckedBefore)} before", "المستلم")
            .Add("Of other gateways", NumberOrNothing(report.OfOtherGateways), "لبوابات أخرى")
            .Add("Of a lost log, unprovable", NumberOrNothing(report.Unprovable), "لسجل مفقود")
            .Add("Cosigned by", report.Cosigned is null ? "" : witness.ToString(), "مفتاح الشاهد")
            .Add("Cosigned checkpoint", report.Cosigned ?? "", "نقطة التحقق")
            .Print(terminal.Out);
        PrintFaults(report);
        terminal.Out.MarkupLine(report.FaultCount > 0
            ? $"[red]✗[/] {Number(report.FaultCount)} could not be checked; nothing was cosigned."
            : "[green]✓[/] The log contains all that it showed before and all that was received.");
    }

    private void PrintFaults(WatchReport report)
    {
        foreach (var fault in report.Faults)
            terminal.Out.MarkupLine($"[red]✗[/] {fault.Folder.EscapeMarkup()}: {fault.Problem.EscapeMarkup()}");
    }

    private static string NumberOrNothing(long value) => value > 0 ? Number(value) : "";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
