using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Certificates;

/// <summary><c>certs</c>: the certificates that answers are signed with.</summary>
internal static class CertificateCommands
{
    public static Command Create(CommandRunner runner)
    {
        var list = new Command("list", "List the certificates that sign answers, will sign, or have signed.");
        runner.Calls(list, async (session, _, stop) =>
        {
            var answer = await session.Client.Evidence
                .ListSigningCertificatesAsync(new ListSigningCertificatesRequest(), cancellationToken: stop);
            return new CommandOutput(answer, terminal => Print(terminal, answer));
        });
        return new Command("certs", "Certificates that answers are signed with.") { list };
    }

    private static void Print(Terminal terminal, ListSigningCertificatesResponse answer)
    {
        foreach (var listed in answer.Certificates)
        {
            using var certificate = X509CertificateLoader.LoadCertificate(listed.Certificate.Span);
            terminal.Out.MarkupLine($"[bold]{EvidenceSummary.Name(certificate).EscapeMarkup()}[/]");
            new Sheet()
                .Add("State", listed.State.ToString().ToLowerInvariant(), "الحالة")
                .Add("SHA-256", listed.CertificateSha256, "البصمة")
                .Add("Valid", $"{TimeText.Of(listed.NotBeforeTime)} to {TimeText.Of(listed.NotAfterTime)}", "الصلاحية")
                .Add("Issued by", EvidenceSummary.Name(certificate.IssuerName), "المصدر")
                .Print(terminal.Out);
        }
    }
}
