using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Cli.Database;
using Gateway.Cli.Invocation;
using Gateway.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Cli.Sms;

/// <summary><c>sms resend</c>: puts messages that failed back into the outbox.</summary>
internal static class ResendCommand
{
    public static Command Create(CommandRunner runner)
    {
        var choice = new DatabaseChoice(runner.Environment);
        var appeal = new Argument<string>("APPEAL")
        {
            Description = "Number of the appeal.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var sequence = new Argument<int?>("EVENT")
        {
            Description = "Number of the event in the appeal. Default: all that failed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var all = new Option<bool>("--all") { Description = "Every message that failed." };
        var command = new Command("resend", "Send messages that failed again, in the order of their stages.")
        {
            appeal, sequence, all, choice.Option,
        };
        runner.Runs(command, async (terminal, parsed, stop) =>
        {
            var number = parsed.GetValue(appeal);
            if (number is null != parsed.GetValue(all))
                throw new UsageException("Say which: the number of an appeal, or --all.");

            await using var database = choice.Read(parsed).Open(NullLoggerFactory.Instance, runner.Environment.Time);
            var count = await database.WriteAsync(
                session => new SmsStore(session).ResendAsync(
                    number, parsed.GetValue(sequence), runner.Environment.Time.GetUtcNow(), stop),
                stop);
            if (terminal.IsJson)
                terminal.WriteJson(new JsonObject { ["queued"] = count });
            else
                terminal.Note(count == 1 ? "1 message is sent again." : $"{count} messages are sent again.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
