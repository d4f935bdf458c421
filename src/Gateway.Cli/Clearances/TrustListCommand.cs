using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gateway.Clearance;
using Gateway.Cli.Invocation;
using Gateway.Cli.Saving;
using Spectre.Console;

namespace Gateway.Cli.Clearances;

/// <summary>
/// <c>clearance trust-list</c>: signs a trust list with one of the roots. For the security team, on a machine without a
/// network.
/// </summary>
internal sealed class TrustListCommand(CliEnvironment environment)
{
    private readonly Option<string> _rootKey = new("--root-key")
    {
        Description = "Private key of the root, PEM.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string> _rootCertificate = new("--root-certificate")
    {
        Description = "The root's certificate, which verifiers have pinned, PEM.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string[]> _keys = new("--key")
    {
        Description = "Certificate of a key that signs certificates and revocation lists, PEM, and from which day to "
            + "which (UTC): signing.pem:2026-07-01..2026-09-30. Default: as long as the certificate is valid. Once for "
            + "each key, those that no longer sign included as long as a certificate of theirs is valid.",
        HelpName = "FILE[:FROM..UNTIL]",
        Required = true,
    };

    private readonly Option<long> _number = new("--number")
    {
        Description = "Number of the list, higher than that of the one before.",
        HelpName = "NUMBER",
        Required = true,
    };

    private readonly Option<int> _days = new("--days")
    {
        Description = "How long the list may be used.",
        HelpName = "DAYS",
        DefaultValueFactory = _ => 30,
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "File to write; it must not be there yet.",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Create(CommandRunner runner)
    {
        var sign = new TrustListCommand(runner.Environment);
        var command = new Command("trust-list", "For the security team: sign a trust list with a root.")
        {
            sign._rootKey, sign._rootCertificate, sign._keys, sign._number, sign._days, sign._out,
        };
        runner.Runs(command, sign.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken stop)
    {
        var path = PersonalFile.PathOf(parsed.GetValue(_out)!, environment.WorkingDirectory);
        var (number, days) = (parsed.GetValue(_number), parsed.GetValue(_days));
        if (number < 1 || days < 1)
            throw new UsageException("--number and --days begin at 1.");

        var keys = parsed.GetValue(_keys)!.Select(key => TrustListKey.Read(key, environment.WorkingDirectory)).ToList();
        using var signer = Root(parsed);
        var now = DateTimeOffset.FromUnixTimeSeconds(environment.Time.GetUtcNow().ToUnixTimeSeconds());
        var file = TrustList.Sign(number, now, now.AddDays(days), keys, signer);

        // As a verifier will read it.
        var list = TrustList.Read(file, [signer.PublicKey]);
        await File.WriteAllBytesAsync(path, file, stop);
        if (terminal.IsJson)
            terminal.WriteJson(ToJson(list));
        else
            Print(terminal, list, path);
        return ExitCodes.Ok;
    }

    private EcdsaClearanceSigner Root(ParseResult parsed)
    {
        var certificatePath = Path.GetFullPath(parsed.GetValue(_rootCertificate)!, environment.WorkingDirectory);
        using var certificate = PinnedRoots.CertificateAt(certificatePath);
        var key = PrivateKeyFile.Read(
            Path.GetFullPath(parsed.GetValue(_rootKey)!, environment.WorkingDirectory), ECDsa.Create());
        var isPair = key.ExportSubjectPublicKeyInfo().AsSpan()
            .SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo());
        if (!isPair || key.ExportParameters(false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
        {
            key.Dispose();
            throw new UsageException("--root-key is not the key of --root-certificate, or not on P-256.");
        }

        return new EcdsaClearanceSigner(key);
    }

    private static JsonObject ToJson(TrustList list) => new()
    {
        ["number"] = list.Number,
        ["issueTime"] = Text(list.IssueTime),
        ["expireTime"] = Text(list.ExpireTime),
        ["keys"] = new JsonArray([.. list.Keys.Select(key => new JsonObject
        {
            ["keyId"] = KeyId.Of(key.PublicKey.Span).ToString(),
            ["notBefore"] = Text(key.NotBefore),
            ["notAfter"] = Text(key.NotAfter),
        })]),
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);

    private static void Print(Terminal terminal, TrustList list, string path)
    {
        terminal.Out.MarkupLine($"[bold]Trust list {list.Number}[/]");
        var sheet = new Sheet()
            .Add("Issued", TimeText.Of(list.IssueTime), "تاريخ الإصدار")
            .Add("Until", TimeText.Of(list.ExpireTime), "صالحة حتى");
        foreach (var key in list.Keys)
        {
            sheet.Add(
                "Key",
                $"{KeyId.Of(key.PublicKey.Span)}, {TimeText.Of(key.NotBefore)} to {TimeText.Of(key.NotAfter)}",
                "المفتاح");
        }

        sheet.Print(terminal.Out);
        terminal.Out.WriteLine($"Written to {path}");
    }
}
