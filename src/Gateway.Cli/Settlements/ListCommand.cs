using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Settlements;

/// <summary><c>settlements list</c>: the settlements of a business day.</summary>
internal sealed class ListCommand
{
    private const int PageSize = 500;

    private readonly DateOption _date = new();

    private readonly Option<string> _branch = new("--of")
    {
        Description = "For the head office: of this branch only, five digits.",
        HelpName = "CODE",
    };

    public static Command Create(CommandRunner runner)
    {
        var list = new ListCommand();
        var command = new Command("list", "List the settlements of a business day.")
        {
            list._date.Option, list._branch,
        };
        runner.Calls(command, list.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var request = new ListSettlementsRequest
        {
            Counter = session.Counter,
            BusinessDate = _date.Read(parsed, session.Time),
            BranchCode = parsed.GetValue(_branch) ?? "",
            PageSize = PageSize,
        };
        var all = await session.Client.Settlements.ListSettlementsAsync(request, cancellationToken: stop);
        while (all.NextPageToken.Length > 0)
        {
            request.PageToken = all.NextPageToken;
            var page = await session.Client.Settlements.ListSettlementsAsync(request, cancellationToken: stop);
            all.Settlements.Add(page.Settlements);
            all.NextPageToken = page.NextPageToken;
        }

        return new CommandOutput(all, terminal => SettlementTable.Print(terminal, request.BusinessDate, all));
    }
}
