using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Refunds;

/// <summary><c>refunds list</c>: the refunds of an appeal or of an appellant.</summary>
internal static class ListCommand
{
    public static Command Create(CommandRunner runner)
    {
        var appeal = new Option<string>("--appeal")
        {
            Description = "Those of this appeal; with --national-id where it was submitted at another branch.",
            HelpName = "NUMBER",
        };
        var nationalId = new Option<string>("--national-id")
        {
            Description = "Those of this appellant.",
            HelpName = "ID",
        };
        var includePaid = new Option<bool>("--include-paid") { Description = "Also list those that were paid out." };
        var command = new Command("list", "List refunds that are due.") { appeal, nationalId, includePaid };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var request = Request(parsed.GetValue(appeal), parsed.GetValue(nationalId));
            request.Counter = session.Counter;
            request.IncludePaid = parsed.GetValue(includePaid);
            var answer = await session.Client.Appeals.ListRefundsAsync(request, cancellationToken: stop);
            return new CommandOutput(answer, terminal => RefundTable.Print(terminal, answer));
        });
        return command;
    }

    private static ListRefundsRequest Request(string? appeal, string? nationalId) => (appeal, nationalId) switch
    {
        ({ } number, _) => new ListRefundsRequest
        {
            AppealNumber = number,
            AppellantNationalId = nationalId ?? "",
        },
        (null, { } id) => new ListRefundsRequest { NationalId = id },
        _ => throw new UsageException("Say whose: --appeal, --national-id, or both."),
    };
}
