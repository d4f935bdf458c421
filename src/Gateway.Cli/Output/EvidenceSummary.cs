using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Gateway.Evidence;
using Spectre.Console;

namespace Gateway.Cli.Output;

/// <summary>Who signed an answer, for people and for scripts.</summary>
internal static class EvidenceSummary
{
    private const int ShortFingerprint = 16;

    public static void Print(Terminal terminal, VerifiedEvidence evidence) => Print(terminal.Out, evidence);

    public static void Print(IAnsiConsole console, VerifiedEvidence evidence)
    {
        var signer = evidence.Signer;
        console.MarkupLine($"[green]✓[/] Signature verified: signed by {Name(signer).EscapeMarkup()}");
        console.MarkupLine(
            $"  certificate {Fingerprint(signer)[..ShortFingerprint]}…, {TimeText.Of(evidence.SigningTime)}, "
            + $"call {evidence.Statement.CallId}");
    }

    public static JsonObject ToJson(VerifiedEvidence evidence) => new()
    {
        ["verified"] = true,
        ["callId"] = evidence.Statement.CallId.ToString(),
        ["method"] = evidence.Statement.Method,
        ["statusCode"] = evidence.Statement.StatusCode,
        ["completeTime"] = evidence.Statement.CompleteTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null),
        ["gateway"] = evidence.Statement.Gateway,
        ["requestSha256"] = evidence.Statement.RequestSha256,
        ["responseSha256"] = evidence.Statement.ResponseSha256,
        ["signer"] = evidence.Signer.Subject,
        ["signerCertificateSha256"] = Fingerprint(evidence.Signer),
        ["signingTime"] = evidence.SigningTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
        ["logSize"] = evidence.Batch.Size,
    };

    /// <summary>SHA-256 of a certificate, lower-case hex.</summary>
    public static string Fingerprint(X509Certificate2 certificate) =>
        certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256).ToLowerInvariant();

    /// <summary>Organisation and common name of a certificate's subject.</summary>
    public static string Name(X509Certificate2 certificate) => Name(certificate.SubjectName);

    /// <summary>Organisation and common name.</summary>
    public static string Name(X500DistinguishedName distinguishedName)
    {
        var name = distinguishedName.EnumerateRelativeDistinguishedNames(reversed: false)
            .Where(part => !part.HasMultipleElements)
            .GroupBy(part => part.GetSingleElementType().Value)
            .ToDictionary(parts => parts.Key!, parts => parts.First().GetSingleElementValue());
        var organisation = name.GetValueOrDefault("2.5.4.10");
        var commonName = name.GetValueOrDefault("2.5.4.3");
        return string.Join(", ", new[] { organisation, commonName }.Where(text => !string.IsNullOrEmpty(text)));
    }
}
