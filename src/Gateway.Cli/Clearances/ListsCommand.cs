using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Clearances;

/// <summary><c>clearance lists</c>: fetches what a verifier without a network needs.</summary>
internal static class ListsCommand
{
    public static Command Create(CommandRunner runner)
    {
        var output = new Option<string>("--out")
        {
            Description = $"Folder to keep {ListFolder.TrustFile} and {ListFolder.RevocationsFile} in. Lists that are "
                + "older than the ones in it are refused.",
            HelpName = "DIR",
            Required = true,
        };
        var roots = PinnedRoots.Option();
        var command = new Command("lists", "Fetch the trust list and the revocation list, and check them.")
        {
            output, roots,
        };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var directory = runner.Environment.WorkingDirectory;
            var pinned = PinnedRoots.Read(parsed.GetValue(roots), directory, session.CertificateFolder);
            var folder = Path.GetFullPath(parsed.GetValue(output)!, directory);
            var answer = await session.Client.Clearances.GetClearanceVerifierListsAsync(
                new GetClearanceVerifierListsRequest { Counter = session.Counter }, cancellationToken: stop);
            var lists = ListFolder.Keep(folder, answer.TrustList.Memory, answer.RevocationList.Memory, pinned);
            return new CommandOutput(answer, terminal => Print(terminal, lists, folder));
        });
        return command;
    }

    private static void Print(Terminal terminal, VerifierLists lists, string folder)
    {
        var sheet = new Sheet();
        lists.Print(sheet);
        sheet.Print(terminal.Out);
        terminal.Out.WriteLine($"Written to {folder}");
    }
}
