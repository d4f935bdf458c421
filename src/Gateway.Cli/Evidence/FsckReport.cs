using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Cli.Evidence.Changes;
using Gateway.EvidenceLog;
using Spectre.Console;

namespace Gateway.Cli.Evidence;

/// <summary>What <c>evidence fsck</c> found, for people or as JSON.</summary>
internal static class FsckReport
{
    public static void Print(
        Terminal terminal, IReadOnlyList<(string Directory, LogCheckReport Report)> logs, ChangeReport? changes)
    {
        if (terminal.IsJson)
        {
            terminal.WriteJson(new JsonObject
            {
                ["logs"] = new JsonArray([.. logs.Select(log => ToJson(log.Directory, log.Report))]),
                ["database"] = changes is null ? null : ToJson(changes),
            });
            return;
        }

        foreach (var (directory, report) in logs)
            Print(terminal.Out, directory, report);
        if (changes is not null)
            Print(terminal.Out, changes);
    }

    private static void Print(IAnsiConsole console, string directory, LogCheckReport report)
    {
        console.MarkupLine($"[bold]{report.Head.Origin.EscapeMarkup()}[/]");
        new Sheet()
            .Add("File", directory, "الملف")
            .Add("Entries", Number(report.Head.Size), "القيود")
            .Add("Root", Convert.ToHexStringLower(report.Head.Root), "الجذر")
            .Add("Batches", Number(report.Batches), "الدفعات")
            .Add("Signatures verified", Number(report.SignaturesVerified), "التوقيعات")
            .Add("Time stamps verified", NumberOrNothing(report.TimeStampsVerified), "أختام الوقت")
            .Add("Statements removed", NumberOrNothing(report.StatementsRemoved), "المحذوف")
            .Add("Came after", report.Predecessor?.ToString() ?? "", "السجل السابق")
            .Print(console);
        foreach (var finding in report.Findings)
            console.MarkupLine($"[red]✗[/] {Word(finding.Kind)}: {finding.Text.EscapeMarkup()}");
        End(console, report.FindingCount, report.Findings.Count, "The log is whole.", "the log");
    }

    private static void Print(IAnsiConsole console, ChangeReport report)
    {
        console.MarkupLine("[bold]Database[/]");
        new Sheet()
            .Add("Changes", Number(report.Changes), "التغييرات")
            .Add("Requests repeated", Number(report.Repeats), "الطلبات المكررة")
            .Add("Undecided, statements removed", NumberOrNothing(report.Undecided), "غير محسوم")
            .Add("Logs not given", string.Join(", ", report.LogsNotGiven), "سجلات غير مقدمة")
            .Print(console);
        foreach (var finding in report.Findings)
        {
            console.MarkupLine($"[red]✗[/] {Word(finding.Kind)}: {finding.Text.EscapeMarkup()}");
            console.MarkupLine($"  {finding.Method.EscapeMarkup()} {finding.Caller.EscapeMarkup()} {finding.Time:u}");
        }

        End(console, report.FindingCount, report.Findings.Count, "Changes and statements agree.", "the database");
    }

    private static void End(IAnsiConsole console, long count, int told, string good, string where)
    {
        if (count == 0)
            console.MarkupLine($"[green]✓[/] {good}");
        else if (count > told)
            console.MarkupLine($"[red]✗[/] {Number(count)} findings in {where}, of which {Number(told)} are told.");
    }

    private static JsonObject ToJson(string directory, LogCheckReport report) => new()
    {
        ["directory"] = directory,
        ["origin"] = report.Head.Origin,
        ["size"] = report.Head.Size,
        ["root"] = Convert.ToHexStringLower(report.Head.Root),
        ["batches"] = report.Batches,
        ["signaturesVerified"] = report.SignaturesVerified,
        ["timeStampsVerified"] = report.TimeStampsVerified,
        ["statementsRemoved"] = report.StatementsRemoved,
        ["predecessor"] = report.Predecessor is { } before
            ? new JsonObject
            {
                ["origin"] = before.Origin,
                ["size"] = before.Size,
                ["root"] = Convert.ToHexStringLower(before.Root),
            }
            : null,
        ["findingCount"] = report.FindingCount,
        ["findings"] = new JsonArray([.. report.Findings.Select(finding => new JsonObject
        {
            ["kind"] = Word(finding.Kind),
            ["position"] = finding.Position,
            ["text"] = finding.Text,
        })]),
    };

    private static JsonObject ToJson(ChangeReport report) => new()
    {
        ["changes"] = report.Changes,
        ["repeats"] = report.Repeats,
        ["undecided"] = report.Undecided,
        ["logsNotGiven"] = new JsonArray([.. report.LogsNotGiven.Select(origin => (JsonNode?)origin)]),
        ["findingCount"] = report.FindingCount,
        ["findings"] = new JsonArray([.. report.Findings.Select(finding => new JsonObject
        {
            ["kind"] = Word(finding.Kind),
            ["callId"] = finding.CallId?.ToString(),
            ["position"] = finding.Position,
            ["method"] = finding.Method,
            ["caller"] = finding.Caller,
            ["time"] = finding.Time.UtcDateTime,
            ["text"] = finding.Text,
        })]),
    };

    private static string Word<T>(T kind)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static string NumberOrNothing(long value) => value > 0 ? Number(value) : "";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
