using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gateway.Cli.Clearances;

/// <summary>
/// Puts the verifier's page together: one HTML file that needs nothing else and may load nothing else. Its policy names
/// each script and style sheet by its digest (CSP Level 3, section 2.3.1).
/// </summary>
internal static partial class VerifierPage
{
    private const string Template = "verifier.html";

    /// <summary>The page. The same roots and lists give the same text.</summary>
    /// <param name="roots">Public keys of the pinned roots: SubjectPublicKeyInfo, DER.</param>
    /// <param name="trust">The trust list that it begins with; null where it has to be loaded.</param>
    /// <param name="revocations">The revocation list that it begins with; null where there is none.</param>
    public static string Assemble(
        IReadOnlyList<ReadOnlyMemory<byte>> roots, ReadOnlyMemory<byte>? trust, ReadOnlyMemory<byte>? revocations)
    {
        var (scripts, styles) = (new List<string>(), new List<string>());
        var page = MadeWith().Replace(Part(Template), Json(roots, trust, revocations));
        page = Styles().Replace(page, match =>
        {
            var style = Part(match.Groups[1].Value);
            styles.Add(Source(style));
            return $"<style>{style}</style>";
        });
        page = Scripts().Replace(page, match =>
        {
            var script = Part(match.Groups[2].Value);
            scripts.Add(Source(script));
            return $"<script{match.Groups[1].Value}>{script}</script>";
        });
        return page.Replace("<!-- policy -->", Policy(scripts, styles), StringComparison.Ordinal);
    }

    // Nothing is fetched and nothing is sent, whatever else may be wrong with the page.
    private static string Policy(List<string> scripts, List<string> styles) =>
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + $"script-src {string.Join(' ', scripts)}; style-src {string.Join(' ', styles)}; "
        + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">";

    private static string Source(string content) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    private static string Json(
        IReadOnlyList<ReadOnlyMemory<byte>> roots, ReadOnlyMemory<byte>? trust, ReadOnlyMemory<byte>? revocations) =>
        new JsonObject
        {
            ["roots"] = new JsonArray([.. roots.Select(root => (JsonNode)Base64(root)!)]),
            ["trust"] = Base64(trust),
            ["revocations"] = Base64(revocations),
        }.ToJsonString();

    private static string? Base64(ReadOnlyMemory<byte>? bytes) =>
        bytes is { } given ? Convert.ToBase64String(given.Span) : null;

    private static string Part(string name)
    {
        using var part = typeof(VerifierPage).Assembly.GetManifestResourceStream("verifier/" + name)
            ?? throw new InvalidOperationException($"The verifier's page has no part '{name}'.");
        using var reader = new StreamReader(part, Encoding.UTF8);
        var text = reader.ReadToEnd();
        return name == Template || !EndsItsElement().IsMatch(text)
            ? text
            : throw new InvalidOperationException($"The part '{name}' would end its element.");
    }

    [GeneratedRegex("(?<=<script type=\"application/json\" id=\"made\">)[^<]*")]
    private static partial Regex MadeWith();

    [GeneratedRegex("</(script|style)|<!--", RegexOptions.IgnoreCase)]
    private static partial Regex EndsItsElement();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\">")]
    private static partial Regex Styles();

    [GeneratedRegex("<script( type=\"text/plain\")? src=\"([^\"]+)\"></script>")]
    private static partial Regex Scripts();
}
