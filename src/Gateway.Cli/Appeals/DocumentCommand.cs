using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Cli.Saving;
using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Appeals;

/// <summary><c>appeals document</c>: brings a document of an appeal onto disk.</summary>
internal sealed class DocumentCommand(string workingDirectory)
{
    private readonly Argument<string> _number = AppealOptions.Number();
    private readonly Argument<int> _document = new("N") { Description = "Number of the document in the appeal." };
    private readonly Option<string> _nationalId = AppealOptions.NationalId();

    private readonly Option<string> _out = new("--out")
    {
        Description = "File to write; it must not be there yet.",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Create(CommandRunner runner)
    {
        var document = new DocumentCommand(runner.Environment.WorkingDirectory);
        var command = new Command("document", "Write a document of an appeal into a file.")
        {
            document._number, document._document, document._out, document._nationalId,
        };
        runner.Calls(command, document.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var path = PersonalFile.PathOf(parsed.GetValue(_out)!, workingDirectory);
        var request = new GetAppealDocumentRequest
        {
            Counter = session.Counter,
            AppealNumber = parsed.GetValue(_number),
            DocumentNumber = parsed.GetValue(_document),
            AppellantNationalId = parsed.GetValue(_nationalId) ?? "",
        };
        var received = await ReceivedDocument.ReadAsync(session, request, stop);
        await PersonalFile.WriteAsync(path, received.Content, stop);
        return new CommandOutput(received.Document, terminal =>
        {
            DocumentText.Print(terminal.Out, received.Document);
            terminal.Out.WriteLine($"Written to {path}");
        });
    }
}
