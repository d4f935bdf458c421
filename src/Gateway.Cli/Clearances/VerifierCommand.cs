using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.Clearance;
using Gateway.Cli.Invocation;
using Gateway.Cli.Saving;
using Spectre.Console;

namespace Gateway.Cli.Clearances;

/// <summary>
/// <c>clearance verifier</c>: writes the page with which traffic units and police check certificates without a network.
/// </summary>
internal sealed class VerifierCommand(CliEnvironment environment)
{
    private readonly Option<string[]> _roots = PinnedRoots.Required();

    private readonly Option<string> _trust = new("--trust")
    {
        Description = $"The trust list that it begins with, {ListFolder.TrustFile} of 'clearance lists'. Without it "
            + "the list has to be loaded in the page.",
        HelpName = "FILE",
    };

    private readonly Option<string> _revocations = new("--revocations")
    {
        Description = $"The revocation list that it begins with, {ListFolder.RevocationsFile}; needs --trust.",
        HelpName = "FILE",
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "File to write, such as verifier.html; it must not be there yet.",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Create(CommandRunner runner)
    {
        var verifier = new VerifierCommand(runner.Environment);
        var command = new Command("verifier", "Write a web page that checks certificates without a network.")
        {
            verifier._roots, verifier._trust, verifier._revocations, verifier._out,
        };
        runner.Runs(command, verifier.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken stop)
    {
        var path = PersonalFile.PathOf(parsed.GetValue(_out)!, environment.WorkingDirectory);
        var roots = PinnedRoots.Read(parsed.GetValue(_roots), environment.WorkingDirectory);
        var (trust, revocations) = (FileOf(parsed.GetValue(_trust)), FileOf(parsed.GetValue(_revocations)));
        if (trust is null && revocations is not null)
            throw new UsageException("--revocations needs --trust.");
        var lists = trust is { } list ? VerifierLists.Of(list, revocations, roots) : null;

        var page = Encoding.UTF8.GetBytes(VerifierPage.Assemble(roots, trust, revocations));
        await File.WriteAllBytesAsync(path, page, stop);
        var made = new MadePage(path, page.Length, Convert.ToHexStringLower(SHA256.HashData(page)), roots, lists);
        if (terminal.IsJson)
            terminal.WriteJson(made.ToJson());
        else
            made.Print(terminal);
        return ExitCodes.Ok;
    }

    private ReadOnlyMemory<byte>? FileOf(string? name)
    {
        if (name is null)
            return null;
        var path = Path.GetFullPath(name, environment.WorkingDirectory);
        return File.Exists(path) ? File.ReadAllBytes(path) : throw new UsageException($"There is no file '{path}'.");
    }

    private sealed record MadePage(
        string Path, int Size, string Sha256, IReadOnlyList<ReadOnlyMemory<byte>> Roots, VerifierLists? Lists)
    {
        public JsonObject ToJson() => new()
        {
            ["file"] = Path,
            ["sha256"] = Sha256,
            ["roots"] = new JsonArray([.. Roots.Select(root => (JsonNode)KeyId.Of(root.Span).ToString())]),
            ["trustListNumber"] = Lists?.Trust.Number,
            ["revocationListNumber"] = Lists?.Revocations?.Number,
        };

        public void Print(Terminal terminal)
        {
            terminal.Out.WriteLine($"Written to {Path}, {Size} bytes. Whoever gets it can compare its SHA-256.");
            var sheet = new Sheet().Add("SHA-256", Sha256, "البصمة");
            foreach (var root in Roots)
                sheet.Add("Root", KeyId.Of(root.Span).ToString(), "الجذر");
            Lists?.Print(sheet);
            sheet.Print(terminal.Out);
        }
    }
}
