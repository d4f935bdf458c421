using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Clearances;

/// <summary><c>clearance show</c>.</summary>
internal static class ShowCommand
{
    public static Command Create(CommandRunner runner)
    {
        var number = ClearanceOptions.Number();
        var command = new Command("show", "Show a certificate, its sheets and the text of its code.") { number };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var request = new GetClearanceCertificateRequest
            {
                Counter = session.Counter,
                CertificateNumber = parsed.GetValue(number),
            };
            var answer = await session.Client.Clearances
                .GetClearanceCertificateAsync(request, cancellationToken: stop);
            return new CommandOutput(answer, terminal => CertificateSheet.Print(terminal, answer.Certificate));
        });
        return command;
    }
}
