using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Spectre.Console;

namespace Gateway.Cli.Sms;

/// <summary><c>sms list</c>: what the gateway put into its spool.</summary>
internal static class ListCommand
{
    public static Command Create(CommandRunner runner)
    {
        var directory = new Option<string>("--data-directory")
        {
            Description = "The gateway's data directory. Default: that of the gateway in Development, .data.",
            HelpName = "DIR",
        };
        var showNumbers = new Option<bool>("--show-numbers") { Description = "Show mobile numbers in full." };
        var command = new Command("list", "List the messages in the gateway's spool, the newest last.")
        {
            directory, showNumbers,
        };
        runner.Runs(command, (terminal, parsed, _) =>
        {
            var messages = Read(DataDirectory(parsed.GetValue(directory), runner.Environment));
            var isMasked = !parsed.GetValue(showNumbers);
            if (terminal.IsJson)
                terminal.WriteJson(ToJson(messages, isMasked));
            else
                Print(terminal, messages, isMasked);
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static IReadOnlyList<SpooledSms> Read(string directory)
    {
        try
        {
            return SpoolFolder.Read(directory);
        }
        catch (JsonException e)
        {
            throw new UsageException($"A file of the spool is not a message: {e.Message}");
        }
    }

    private static string DataDirectory(string? named, CliEnvironment environment)
    {
        if (named is not null)
            return Path.GetFullPath(named, environment.WorkingDirectory);
        return SampleFolder.FindSolution(environment.WorkingDirectory) is { } solution
            ? Path.Combine(solution, ".data")
            : throw new UsageException("There is no Gateway.sln here or above; name the folder with --data-directory.");
    }

    private static JsonObject ToJson(IReadOnlyList<SpooledSms> messages, bool isMasked) => new()
    {
        ["messages"] = new JsonArray([.. messages.Select(sms => new JsonObject
        {
            ["appealNumber"] = sms.AppealNumber,
            ["sequence"] = sms.Sequence,
            ["number"] = isMasked ? sms.MaskedNumber : sms.Number,
            ["language"] = sms.Language,
            ["text"] = sms.Text,
            ["time"] = sms.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null),
        })]),
    };

    // Line by line: Arabic in a column would make the columns change places.
    private static void Print(Terminal terminal, IReadOnlyList<SpooledSms> messages, bool isMasked)
    {
        if (messages.Count == 0)
            terminal.Out.WriteLine("No messages. · لا توجد رسائل");
        foreach (var sms in messages)
        {
            var number = isMasked ? sms.MaskedNumber : sms.Number;
            terminal.Out.MarkupLine(
                $"[bold]{sms.AppealNumber}[/] · {sms.Sequence}  {TimeText.Of(sms.Time)}  {number.EscapeMarkup()}");
            terminal.Out.WriteLine($"  {sms.Text}");
        }
    }
}
