using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Google.Protobuf;
using Spectre.Console;

namespace Gateway.Cli.Appeals;

/// <summary><c>appeals attach</c>: adds documents to an appeal, each with a call of its own.</summary>
internal sealed class AttachCommand(string workingDirectory)
{
    private readonly Argument<string> _number = AppealOptions.Number();
    private readonly Option<string> _nationalId = AppealOptions.NationalId();

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "The documents: PDF, JPEG or PNG, up to 2 MiB each.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _titles = new("--title")
    {
        Description = "What the document is; with several files once for each, in their order. "
            + "Default: the file's name.",
        HelpName = "TEXT",
    };

    private readonly Option<string> _requestId = RequestIdOption.Create("this document", "With one file only. ");

    public static Command Create(CommandRunner runner)
    {
        var attach = new AttachCommand(runner.Environment.WorkingDirectory);
        var command = new Command("attach", "Add documents to an appeal that is open.")
        {
            attach._number, attach._files, attach._titles, attach._nationalId, attach._requestId,
        };
        runner.Calls(command, attach.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var paths = parsed.GetValue(_files)!;
        var titles = parsed.GetValue(_titles) ?? [];
        var requestId = parsed.GetValue(_requestId);
        if (titles.Length > 0 && titles.Length != paths.Length)
            throw new UsageException("Give each file its --title, or none.");
        if (requestId is not null && paths.Length > 1)
            throw new UsageException("--request-id goes with one file.");

        // All are read before the first is sent.
        var files = new List<DocumentFile>();
        foreach (var path in paths)
            files.Add(await DocumentFile.ReadAsync(Path.GetFullPath(path, workingDirectory), stop));

        for (var i = 0; i < files.Count; i++)
        {
            var request = new AddAppealDocumentRequest
            {
                RequestId = requestId ?? session.NewRequestId(),
                Counter = session.Counter,
                AppealNumber = parsed.GetValue(_number),
                AppellantNationalId = parsed.GetValue(_nationalId) ?? "",
                Title = titles.Length > 0 ? titles[i] : files[i].Name,
                Type = files[i].Type,
                Content = UnsafeByteOperations.UnsafeWrap(files[i].Content),
            };
            session.Terminal.Note($"Adding {paths[i]} to {request.AppealNumber}, request {request.RequestId}");
            await session.Client.Appeals.AddAppealDocumentAsync(request, cancellationToken: stop);
        }

        return await DocumentsAsync(session, parsed, stop);
    }

    // What the appeal has now, since several answers make no document for a script.
    private async Task<CommandOutput> DocumentsAsync(
        GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var request = new GetAppealRequest
        {
            Counter = session.Counter,
            AppealNumber = parsed.GetValue(_number),
            AppellantNationalId = parsed.GetValue(_nationalId) ?? "",
        };
        var answer = await session.Client.Appeals.GetAppealAsync(request, cancellationToken: stop);
        return new CommandOutput(answer, terminal =>
        {
            terminal.Out.MarkupLine($"[bold]Documents of {answer.Appeal.AppealNumber.EscapeMarkup()}[/]");
            foreach (var document in answer.Appeal.Documents)
                DocumentText.Print(terminal.Out, document);
        });
    }
}
