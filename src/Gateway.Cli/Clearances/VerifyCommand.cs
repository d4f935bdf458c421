using System.CommandLine;
using System.Security.Cryptography;
using Gateway.Clearance;
using Gateway.Cli.Invocation;
using Spectre.Console;

namespace Gateway.Cli.Clearances;

/// <summary>
/// <c>clearance verify</c>: checks a code without a network, as whoever is shown a certificate does.
/// </summary>
internal sealed class VerifyCommand(CliEnvironment environment)
{
    private readonly Argument<string> _code = CodeArgument.Create();
    private readonly Option<string[]> _roots = PinnedRoots.Option();

    private readonly Option<string> _trust = new("--trust")
    {
        Description = $"The trust list, {ListFolder.TrustFile} of 'clearance lists'.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string> _revocations = new("--revocations")
    {
        Description = $"The revocation list, {ListFolder.RevocationsFile}. Without it nobody knows whether a genuine "
            + "certificate was revoked.",
        HelpName = "FILE",
    };

    private readonly Option<string> _unitKey = new("--unit-key")
    {
        Description = "Private key of the traffic units, PEM: shows the holder too.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _showNumbers = new("--show-numbers")
    {
        Description = "Show the holder's numbers in full.",
    };

    public static Command Create(CommandRunner runner)
    {
        var verify = new VerifyCommand(runner.Environment);
        var command = new Command("verify", "Check a code without a network; the exit code tells.")
        {
            verify._code, verify._trust, verify._revocations, verify._roots, verify._unitKey, verify._showNumbers,
        };
        runner.Runs(command, verify.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken stop)
    {
        var roots = PinnedRoots.Read(parsed.GetValue(_roots), environment.WorkingDirectory);
        var lists = VerifierLists.Read(
            PathOf(parsed.GetValue(_trust))!, PathOf(parsed.GetValue(_revocations)), roots);
        using var unitKey = PathOf(parsed.GetValue(_unitKey)) is { } path
            ? PrivateKeyFile.Read(path, ECDiffieHellman.Create())
            : null;
        var code = await CodeArgument.ReadAsync(parsed.GetValue(_code)!, environment.WorkingDirectory, stop);

        var now = environment.Time.GetUtcNow();
        var check = new ClearanceVerifier(lists.Trust, lists.Revocations).Check(code, now);
        var holder = check.Claims is { } claims && unitKey is not null
            ? HolderEncryption.Decrypt(claims, unitKey)
            : null;
        var answer = OfflineAnswer.Of(check, holder, now);
        if (terminal.IsJson)
        {
            terminal.WriteJson(AnswerJson.Of(answer));
            return VerdictText.ExitCode(answer.Verdict);
        }

        CheckSheet.Print(terminal, answer, parsed.GetValue(_showNumbers));
        if (check.Claims is not null && unitKey is not null && holder is null)
            terminal.Out.WriteLine("The code has no holder that this key can read.");
        PrintLists(terminal, lists);
        return VerdictText.ExitCode(answer.Verdict);
    }

    private string? PathOf(string? file) =>
        file is null ? null : Path.GetFullPath(file, environment.WorkingDirectory);

    private static void PrintLists(Terminal terminal, VerifierLists lists)
    {
        var sheet = new Sheet();
        lists.Print(sheet);
        terminal.Out.WriteLine();
        sheet.Print(terminal.Out);
    }
}
