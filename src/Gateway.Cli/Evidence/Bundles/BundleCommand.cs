using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;

namespace Gateway.Cli.Evidence.Bundles;

/// <summary><c>evidence bundle</c>: all that a court needs to check one answer without the gateway and without us.</summary>
internal sealed class BundleCommand(string workingDirectory)
{
    private readonly Argument<string> _call = new("CALL-ID")
    {
        Description = "Call id of the answer's statement.",
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder to write; it must not be there yet.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<string> _messages = new("--messages")
    {
        Description = "Folder with request.bin and response.bin, as --save keeps them: those of an inquiry only who asked "
            + "has.",
        HelpName = "DIR",
    };

    public static Command Create(CommandRunner runner)
    {
        var bundle = new BundleCommand(runner.Environment.WorkingDirectory);
        var command = new Command(
            "bundle", "Write all that proves an answer into a folder, with the commands that check it.")
        {
            bundle._call, bundle._out, bundle._messages,
        };
        runner.Calls(command, bundle.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var folder = Path.GetFullPath(parsed.GetValue(_out)!, workingDirectory);
        if (Path.Exists(folder))
            throw new UsageException($"'{folder}' is there already.");
        var answer = await session.Client.Evidence.GetEvidenceAsync(
            new GetEvidenceRequest { CallId = parsed.GetValue(_call) }, cancellationToken: stop);
        var statement = Statement.Parse(answer.Evidence.Statement.Span);
        var files = BundleFiles.Of(
            answer,
            Message(parsed, BundleFiles.Request, answer.Messages?.Request, statement.RequestSha256),
            Message(parsed, BundleFiles.Response, answer.Messages?.Response, statement.ResponseSha256));
        files.Add(BundleGuide.Name, Encoding.UTF8.GetBytes(new BundleGuide(files).Write()));

        // Whole or not at all.
        var making = folder + ".new";
        Directory.CreateDirectory(making);
        foreach (var (name, content) in files)
            await File.WriteAllBytesAsync(Path.Combine(making, name), content, stop);
        Directory.Move(making, folder);
        return new CommandOutput(answer, terminal => new Sheet()
            .Add("Call", $"{statement.Method} of {statement.Caller}", "المكالمة")
            .Add("Entry", $"{answer.Position} of {answer.Origin}", "القيد")
            .Add("Time stamp", answer.Stamped is null ? "none yet" : "yes", "ختم الوقت")
            .Add("Folder", folder, "المجلد")
            .Add("How to check it", Path.Combine(folder, BundleGuide.Name), "طريقة التحقق")
            .Print(terminal.Out));
    }

    // What the gateway keeps comes first; what a party brings has to have the digest of the statement.
    private byte[]? Message(ParseResult parsed, string name, ByteString? kept, string sha256)
    {
        if (kept is { IsEmpty: false })
            return kept.ToByteArray();
        if (parsed.GetValue(_messages) is not { } folder)
            return null;
        var path = Path.Combine(Path.GetFullPath(folder, workingDirectory), name);
        if (!File.Exists(path))
            throw new UsageException($"There is no file '{path}'.");
        var message = File.ReadAllBytes(path);
        return Convert.ToHexStringLower(SHA256.HashData(message)) == sha256
            ? message
            : throw new UsageException($"'{path}' is not the message of this call: its SHA-256 is another.");
    }
}
