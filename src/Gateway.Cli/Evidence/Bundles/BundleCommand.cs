using System.CommandLine;
using System.Text;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Gateway.Evidence;

namespace Gateway.Cli.Evidence.Bundles;

/// <summary>
/// <c>evidence bundle</c>: all that a court needs to check one answer without the gateway.
/// </summary>
internal sealed class BundleCommand(string workingDirectory)
{
    private readonly Argument<string?> _call = new("CALL-ID")
    {
        Description = "Call id of the answer's statement.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _request = new("--request-id")
    {
        Description = "Request id of a change, instead of a call id.",
        HelpName = "UUID",
    };

    private readonly Option<string> _caller = new("--caller")
    {
        Description = "Whose request it was, where that was another: a SPIFFE id.",
        HelpName = "SPIFFE-ID",
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder to write; it must not be there yet.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<string> _messages = new("--messages")
    {
        Description = "Folder with the messages of the call, as --save keeps them: those of an inquiry has only who "
            + "asked.",
        HelpName = "DIR",
    };

    public static Command Create(CommandRunner runner)
    {
        var bundle = new BundleCommand(runner.Environment.WorkingDirectory);
        var command = new Command(
            "bundle", "Write all that proves an answer into a folder, with the commands that check it.")
        {
            bundle._call, bundle._request, bundle._caller, bundle._out, bundle._messages,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(bundle._call) is null == given.GetValue(bundle._request) is null)
                given.AddError("Name the answer by CALL-ID or by --request-id.");
        });
        runner.Calls(command, bundle.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var folder = Path.GetFullPath(parsed.GetValue(_out)!, workingDirectory);
        if (Path.Exists(folder))
            throw new UsageException($"'{folder}' is there already.");
        var answer = await session.Client.Evidence.GetEvidenceAsync(Question(parsed), cancellationToken: stop);
        var statement = Statement.Parse(answer.Evidence.Statement.Span);
        var kept = parsed.GetValue(_messages) is { } path ? Path.GetFullPath(path, workingDirectory) : null;
        var files = BundleFiles.Of(answer, statement, BundleMessages.Gather(statement, answer.Messages, kept));
        files.Add(BundleGuide.Name, Encoding.UTF8.GetBytes(new BundleGuide(files).Write()));

        await WriteAsync(folder, files, stop);
        return new CommandOutput(answer, terminal => new Sheet()
            .Add("Call", $"{statement.Method} of {statement.Caller}", "المكالمة")
            .Add("Entry", $"{answer.Position} of {answer.Origin}", "القيد")
            .Add("Time stamp", answer.Stamped is null ? "none yet" : "yes", "ختم الوقت")
            .Add("Folder", folder, "المجلد")
            .Add("How to check it", Path.Combine(folder, BundleGuide.Name), "طريقة التحقق")
            .Print(terminal.Out));
    }

    private GetEvidenceRequest Question(ParseResult parsed)
    {
        var question = new GetEvidenceRequest { Caller = parsed.GetValue(_caller) ?? "" };
        if (parsed.GetValue(_call) is { } call)
            question.CallId = call;
        else
            question.RequestId = parsed.GetValue(_request);
        return question;
    }

    // Whole or not at all; what an interrupted run left behind goes.
    private static async Task WriteAsync(
        string folder, SortedDictionary<string, byte[]> files, CancellationToken stop)
    {
        var making = folder + ".new";
        if (Directory.Exists(making))
            Directory.Delete(making, recursive: true);
        foreach (var (name, content) in files)
        {
            var path = Path.Combine(making, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, content, stop);
        }

        Directory.Move(making, folder);
    }
}
