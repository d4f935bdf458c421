using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Clearances;

/// <summary><c>clearance revocations</c>: the codes that no longer count.</summary>
internal static class RevocationsCommand
{
    public static Command Create(CommandRunner runner)
    {
        var since = new Option<long>("--since")
        {
            Description = "Only those since the cursor that an earlier list ended with.",
            HelpName = "CURSOR",
        };
        var command = new Command("revocations", "List the codes that were revoked or superseded.") { since };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var all = await RevocationPages.AllAsync(session, parsed.GetValue(since), stop);
            return new CommandOutput(all, terminal => Print(terminal, all));
        });
        return command;
    }

    internal static void Print(Terminal terminal, ListClearanceRevocationsResponse list)
    {
        if (list.Revocations.Count == 0)
            terminal.Out.WriteLine("No codes. · لا توجد رموز");
        else
            terminal.Out.Write(Table(list));
        terminal.Out.WriteLine($"Codes: {list.Revocations.Count}; what comes after: --since {list.NextCursor}");
    }

    private static Table Table(ListClearanceRevocationsResponse list)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        foreach (var heading in new[] { "Code", "State", "Since", "Valid until" })
            table.AddColumn(new TableColumn(heading).NoWrap());
        foreach (var revocation in list.Revocations)
        {
            table.AddRow(
                new Text(ClearanceText.Of(revocation.CredentialId)),
                new Text(ClearanceText.Of(revocation.State)),
                new Text(TimeText.Of(revocation.RevokeTime)),
                new Text(TimeText.Of(revocation.ExpireTime)));
        }

        return table;
    }
}
