using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Cli.Database;
using Gateway.Cli.Invocation;
using Gateway.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace Gateway.Cli.Sms;

/// <summary><c>sms failed</c>: messages that could not be sent or did not arrive.</summary>
internal static class FailedCommand
{
    private const int Most = 1000;

    public static Command Create(CommandRunner runner)
    {
        var choice = new DatabaseChoice(runner.Environment);
        var showNumbers = new Option<bool>("--show-numbers") { Description = "Show mobile numbers in full." };
        var command = new Command(
            "failed", $"List messages that failed, the oldest first, {Most} at most. Exit code 1 where there are any.")
        {
            choice.Option, showNumbers,
        };
        runner.Runs(command, async (terminal, parsed, stop) =>
        {
            await using var database = choice.Read(parsed).Open(NullLoggerFactory.Instance, runner.Environment.Time);
            var failed = await database.ReadAsync(
                session => new SmsStore(session).ListFailedAsync(Most, stop), stop);
            var isMasked = !parsed.GetValue(showNumbers);
            if (terminal.IsJson)
                terminal.WriteJson(ToJson(failed, isMasked));
            else
                Print(terminal, failed, isMasked);
            return failed.Count == 0 ? ExitCodes.Ok : ExitCodes.Refused;
        });
        return command;
    }

    private static JsonObject ToJson(IReadOnlyList<SmsFailure> failed, bool isMasked) => new()
    {
        ["failed"] = new JsonArray([.. failed.Select(sms => new JsonObject
        {
            ["appealNumber"] = sms.AppealNumber,
            ["sequence"] = sms.Sequence,
            ["stage"] = sms.Stage.ToString(),
            ["number"] = Number(sms, isMasked),
            ["attempts"] = sms.Attempts,
            ["endTime"] = sms.EndTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null),
            ["failure"] = sms.Failure,
        })]),
    };

    private static void Print(Terminal terminal, IReadOnlyList<SmsFailure> failed, bool isMasked)
    {
        if (failed.Count == 0)
        {
            terminal.Out.WriteLine("No message has failed.");
            return;
        }

        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumns("Appeal", "Event", "Stage", "Number", "Tries", "Failed", "Why");
        foreach (var sms in failed)
        {
            table.AddRow(
                new Text(sms.AppealNumber), new Text($"{sms.Sequence}"), new Text($"{sms.Stage}"),
                new Text(Number(sms, isMasked)), new Text($"{sms.Attempts}"), new Text(TimeText.Of(sms.EndTime)),
                new Text(sms.Failure));
        }

        terminal.Out.Write(table);
        terminal.Out.WriteLine("Send again: trafficgw sms resend NUMBER [EVENT], or --all.");
    }

    private static string Number(SmsFailure sms, bool isMasked) =>
        (isMasked ? sms.Number?.ToString() : sms.Number?.Value) ?? "not a mobile number";
}
