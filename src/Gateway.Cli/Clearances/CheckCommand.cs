using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Clearances;

/// <summary><c>clearance check</c>: asks the gateway whether a certificate counts.</summary>
internal static class CheckCommand
{
    private const int NumberDigits = 15;

    public static Command Create(CommandRunner runner)
    {
        var code = CodeArgument.Create(", or the number of the certificate");
        var command = new Command("check", "Ask the gateway whether a certificate counts; the exit code tells.")
        {
            code,
        };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var request = Request(
                await CodeArgument.ReadAsync(parsed.GetValue(code)!, runner.Environment.WorkingDirectory, stop));
            request.Counter = session.Counter;
            var answer = await session.Client.Clearances
                .VerifyClearanceCertificateAsync(request, cancellationToken: stop);
            return new CommandOutput(
                answer, terminal => CheckSheet.Print(terminal, answer), VerdictText.ExitCode(answer.Verdict));
        });
        return command;
    }

    private static VerifyClearanceCertificateRequest Request(string text) =>
        text.Length == NumberDigits && text.All(char.IsAsciiDigit)
            ? new VerifyClearanceCertificateRequest { CertificateNumber = text }
            : new VerifyClearanceCertificateRequest { QrText = text };
}
